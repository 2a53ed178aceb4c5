package quarterday.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quarterday.complete.Completion;
import quarterday.edit.EditPlan;
import quarterday.edit.Meaning;
import quarterday.libreoffice.LibreOffice;
import quarterday.libreoffice.Recalculated;
import quarterday.sheet.InExcel;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;
import quarterday.wire.PlanReading;

/**
 * Every journey under {@code src/test/resources/journeys}, step by step. The golden texts are
 * written anew with {@code -Djourneys.rewrite=true}, and a run that writes them fails.
 */
class JourneysTest {
  private static final int MANY = 29;
  private static final boolean REWRITE = Boolean.getBoolean("journeys.rewrite");

  @TempDir private static Path folder;
  private static List<Journey> journeys;
  private static Map<Path, Path> recalculated;

  @BeforeAll
  static void travel() {
    journeys = Journey.all(folder);
  }

  static Stream<Journey> journeys() {
    return journeys.stream();
  }

  static Stream<Journey> longerJourneys() {
    return journeys.stream().filter(journey -> journey.second().isPresent());
  }

  static Stream<Journey> sortedJourneys() {
    return journeys.stream().filter(journey -> journey.name().contains("sorted"));
  }

  @Test
  void thereAreJourneysAndEachSaysInThreeSentencesWhatItIs() throws IOException {
    assertThat(journeys).hasSizeGreaterThanOrEqualTo(MANY);
    for (Journey journey : journeys) {
      String about = journey.read("about.md").orElse("");
      assertThat(about.split("\\.(\\s|$)")).as(journey.name()).hasSize(3);
    }
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void aCompletedWorkbookShowsWhatTheGoldenTextSays(Journey journey)
      throws IOException, UnusableInput {
    Journey.Run run = journey.first();

    golden(journey, "after.txt", Golden.of(run.completed(), Journey.snapshot(run.after())));
  }

  @ParameterizedTest
  @MethodSource("longerJourneys")
  void whatTheAnalystDoesShowsAtOnceAndIsCompletedAgain(Journey journey)
      throws IOException, UnusableInput {
    Journey.Run again = journey.second().orElseThrow();
    Snapshot seen = Journey.snapshot(recalculated().get(journey.edited().orElseThrow()));

    golden(
        journey,
        "after-then.txt",
        "As the analyst sees it, recalculated\n"
            + Golden.results(journey.first().completed(), seen)
            + "\nCompleted again\n\n"
            + Golden.of(again.completed(), Journey.snapshot(again.after())));
  }

  private static void golden(Journey journey, String file, String now) throws IOException {
    if (REWRITE) {
      journey.write(file, now);
    }
    assertThat(REWRITE).as("golden texts are only written, not compared, in this run").isFalse();
    assertThat(now).isEqualTo(journey.read(file).orElse("There is no " + file + "."));
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void theFileReadsAsThePlanMeansIt(Journey journey) throws UnusableInput {
    assertThat(journey.first().completed().plan().isEmpty()).isFalse();
    for (Journey.Run run : journey.runs()) {
      Snapshot meant = Meaning.apply(Journey.snapshot(run.before()), run.completed().plan());

      assertThat(SnapshotText.lines(Journey.snapshot(run.after())))
          .isEqualTo(SnapshotText.lines(meant));
    }
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void aPlanThatWasSentMeansTheSame(Journey journey) throws IOException, UnusableInput {
    for (Journey.Run run : journey.runs()) {
      Snapshot before = Journey.snapshot(run.before());
      EditPlan arrived = PlanReading.sent(run.completed().plan(), before);

      assertThat(SnapshotText.lines(Meaning.apply(before, arrived)))
          .isEqualTo(SnapshotText.lines(Meaning.apply(before, run.completed().plan())));
    }
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void completingACompletedWorkbookGivesItsVeryBytes(Journey journey)
      throws IOException, UnusableInput {
    for (Journey.Run run : journey.runs()) {
      Journey.Run again = Journey.complete(run.after(), journey.file("unchanged"));

      assertThat(again.completed().plan().edits()).isEmpty();
      assertThat(again.after()).hasSameBinaryContentAs(run.after());
      Snapshot inExcel = InExcel.seen(Journey.snapshot(run.after()));
      assertThat(Completion.complete(inExcel, Map.of(), "test").plan().edits()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void removingGivesBackWhatCameIn(Journey journey) throws IOException, UnusableInput {
    Journey.Run run = journey.first();

    Path removed = Journey.remove(run.after(), journey.file("removed"));

    assertThat(Sameness.differences(run.before(), removed)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("longerJourneys")
  void removingLaterLeavesTheAnalystsOwnWorkAlone(Journey journey)
      throws IOException, UnusableInput {
    Path own = journey.editedWithoutResults().orElseThrow();

    Path removed =
        Journey.remove(journey.second().orElseThrow().after(), journey.file("removed-later"));

    assertThat(SnapshotText.lines(Journey.snapshot(removed)))
        .isEqualTo(SnapshotText.lines(Journey.snapshot(own)));
  }

  @ParameterizedTest
  @MethodSource("sortedJourneys")
  void sortingKeepsEveryRowTrue(Journey journey) throws IOException, UnusableInput {
    Journey.Run run = journey.first();
    Snapshot sorted = Journey.snapshot(recalculated().get(journey.edited().orElseThrow()));
    Map<String, List<Object>> before =
        Golden.byMeasure(run.completed(), Journey.snapshot(run.after()));
    Map<String, List<Object>> now = Golden.byMeasure(run.completed(), sorted);

    assertThat(before).hasSizeGreaterThan(5);
    assertThat(now).isEqualTo(before);
    assertThat(List.copyOf(now.keySet()))
        .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER)
        .isNotEqualTo(List.copyOf(before.keySet()));
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void everyFormulaIsWhatLibreOfficeMakesOfIt(Journey journey) throws IOException {
    for (Journey.Run run : journey.runs()) {
      assertThat(Recalculated.formulas(run.after())).isPositive();
      assertThat(Recalculated.differences(run.after(), recalculated().get(run.after()))).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void anotherLibraryOpensTheCompletedWorkbook(Journey journey) throws IOException {
    for (Journey.Run run : journey.runs()) {
      try (InputStream in = Files.newInputStream(run.after());
          XSSFWorkbook book = new XSSFWorkbook(in)) {
        assertThat(book.getNumberOfSheets()).isGreaterThan(1);
      }
    }
  }

  /**
   * All completed and edited workbooks after a recalculation, in one go because starting is slow.
   */
  private static Map<Path, Path> recalculated() throws IOException {
    if (recalculated == null) {
      List<Path> files = new ArrayList<>();
      for (Journey journey : journeys) {
        journey.runs().forEach(run -> files.add(run.after()));
        journey.edited().ifPresent(files::add);
      }
      recalculated = LibreOffice.in(folder).recalculate(files);
    }
    return recalculated;
  }
}
