package quarterday.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quarterday.complete.Completion;
import quarterday.edit.Meaning;
import quarterday.http.KpiServer;
import quarterday.http.Patience;
import quarterday.http.ServerSettings;
import quarterday.installed.Program;
import quarterday.kpi.KpiBook;
import quarterday.kpi.KpiReader;
import quarterday.kpi.Setting;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;
import quarterday.wire.SnapshotJson;

/**
 * Every journey and both examples once more, on the add-in's way: the shipped scripts read and
 * write through Microsoft's own library over a fake Excel, the plans come from a real server, and
 * what stands in the fake is what the plan means and what the file writer writes.
 */
class ExcelJourneysTest {
  private static final Program NODE = new Program("Node", "apt-get install nodejs npm", "node");
  private static final Path SCRIPTS = Path.of("src/main/resources/web/excel").toAbsolutePath();
  private static final Path TOOLS = Path.of("src/test/js").toAbsolutePath();
  private static final String TOKEN = "open-sesame";
  private static final String VERSION = "test";
  private static final long SECONDS = 240;
  private static final int FEWEST_JOURNEYS = 29;

  /** How often the add-in may ask Excel for something while it completes an example. */
  private static final int ROUND_TRIPS = 12;

  private static final int MOST_SHOWN = 20;

  /** One workbook without settings of its own, and two with some. */
  private static final Set<String> SETTLED =
      Set.of("01-plain-wide-table", "12-settings-and-decisions", "opcc-kpi-example");

  @TempDir private static Path folder;
  private static KpiServer server;
  private static Path node;
  private static List<Way> ways;

  /** A workbook with its files, and the folder of what was seen on the add-in's way. */
  private record Way(String name, Path seen, Journey.Run first, Optional<Journey.Run> second) {
    Snapshot seen(String file) throws IOException, UnusableInput {
      try (Reader reader = Files.newBufferedReader(seen.resolve(file + ".json"))) {
        return SnapshotJson.read(reader, Long.MAX_VALUE, Integer.MAX_VALUE);
      }
    }

    List<String> lines(String file) throws IOException, UnusableInput {
      return SeenInExcel.lines(seen(file));
    }

    JsonObject report() throws IOException {
      return JsonParser.parseString(Files.readString(seen.resolve("report.json")))
          .getAsJsonObject();
    }

    JsonObject picture() throws IOException {
      return JsonParser.parseString(Files.readString(seen.resolve("picture.json")))
          .getAsJsonObject();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void travel() throws IOException, InterruptedException, UnusableInput {
    node = NODE.path();
    Path files = Files.createDirectories(folder.resolve("files"));
    Path seen = Files.createDirectories(folder.resolve("seen"));
    ways =
        Stream.concat(
                Journey.all(files).stream()
                    .map(j -> new Way(j.name(), seen.resolve(j.name()), j.first(), j.second())),
                Stream.of("opcc-kpi-example", "force-performance-example")
                    .map(name -> example(name, files, seen)))
            .toList();
    for (Way way : ways) {
      Files.createDirectories(way.seen());
      write(way.seen().resolve("before.json"), way.first().before());
      if (way.second().isPresent()) {
        write(way.seen().resolve("edited.json"), way.second().get().before());
      }
      if (SETTLED.contains(way.name())) {
        Files.createFile(way.seen().resolve("settle"));
        write(way.seen().resolve("filed.json"), way.first().after());
      }
    }
    server =
        KpiServer.start(
            new ServerSettings(
                ServerSettings.LOOPBACK,
                0,
                false,
                List.of(),
                folder.resolve("home"),
                Optional.empty(),
                TOKEN,
                Patience.with(Map.of())),
            VERSION,
            new PrintWriter(Writer.nullWriter()));
    assertThat(server.awaitReady()).isTrue();
    assertThat(run(seen, SCRIPTS)).isEmpty();
  }

  private static Way example(String name, Path files, Path seen) {
    try {
      Path before = Path.of("workbook-templates", name + ".xlsx");
      Journey.Run run = Journey.complete(before, files.resolve(name + ".xlsx"));
      return new Way(name, seen.resolve(name), run, Optional.empty());
    } catch (IOException | UnusableInput e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static void write(Path json, Path workbook) throws IOException, UnusableInput {
    Files.writeString(json, SnapshotJson.of(Journey.snapshot(workbook)));
  }

  /** Takes all workbooks of a folder on their way: what went wrong, or nothing. */
  private static String run(Path seen, Path scripts) throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "node", ".txt");
    Process process =
        new ProcessBuilder(
                node.toString(),
                TOOLS.resolve("excel/journeys.mjs").toString(),
                server.url(),
                TOKEN,
                seen.toString(),
                scripts.toString())
            .directory(TOOLS.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("Node ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return process.exitValue() == 0 ? "" : Files.readString(log);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  static Stream<Way> ways() {
    return ways.stream();
  }

  static Stream<Way> longerWays() {
    return ways.stream().filter(way -> way.second().isPresent());
  }

  static Stream<Way> settledWays() {
    return ways.stream().filter(way -> SETTLED.contains(way.name()));
  }

  static Stream<Way> examples() {
    return ways.stream().filter(way -> way.name().endsWith("-example"));
  }

  @Test
  void allJourneysAndBothExamplesWentThisWay() {
    assertThat(ways).hasSizeGreaterThanOrEqualTo(FEWEST_JOURNEYS + 2);
    assertThat(examples()).hasSize(2);
    assertThat(longerWays()).isNotEmpty();
    assertThat(settledWays()).hasSameSizeAs(SETTLED);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void whatTheAddInReadsIsWhatTheFileHolds(Way way) throws IOException, UnusableInput {
    assertSame(way.lines("read"), SeenInExcel.lines(Journey.snapshot(way.first().before())));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void whatStandsInExcelIsWhatThePlanMeansAndTheFileHolds(Way way)
      throws IOException, UnusableInput {
    List<String> seen = way.lines("completed");

    assertSame(
        seen,
        SeenInExcel.lines(
            Meaning.apply(Journey.snapshot(way.first().before()), way.first().completed().plan())));
    assertSame(seen, SeenInExcel.lines(Journey.snapshot(way.first().after())));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void itLooksAsInTheFile(Way way) throws IOException {
    assertSame(
        OnShow.inExcel(way.picture(), way.first().completed().plan()),
        OnShow.inFile(way.first().after(), way.first().completed().plan()));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aCompletedWorkbookIsRecognisedByTheAddInAndAsAFile(Way way)
      throws IOException, UnusableInput {
    assertThat(way.report().getAsJsonArray("plannedAgain")).isEqualTo(new JsonArray());
    assertThat(Completion.complete(way.seen("completed"), Map.of(), VERSION).plan().edits())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("settledWays")
  void aWorkbookCompletedAsAFileIsRecognisedByTheAddIn(Way way) throws IOException {
    assertThat(way.report().getAsJsonArray("plannedOfFile")).isEqualTo(new JsonArray());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void undoGivesBackWhatWasThere(Way way) throws IOException, UnusableInput {
    assertSame(way.lines("undone"), way.lines("before"));
    assertThat(way.report().get("canUndo").getAsBoolean()).isTrue();
    assertThat(way.report().get("canUndoTwice").getAsBoolean()).isFalse();
    assertThat(way.report().getAsJsonArray("shownAfterUndo")).isEqualTo(new JsonArray());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void completedAgainAfterUndoItIsTheSame(Way way) throws IOException, UnusableInput {
    assertSame(way.lines("completed-again"), way.lines("completed"));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void removingGivesBackWhatCameInAndCanBeUndone(Way way) throws IOException, UnusableInput {
    assertSame(way.lines("removed"), way.lines("before"));
    assertSame(way.lines("removal-undone"), way.lines("completed"));
    assertThat(way.report().getAsJsonArray("shownAfterRemoval")).isEqualTo(new JsonArray());
    assertThat(way.report().getAsJsonArray("shownAfterRemovalUndone")).isEqualTo(new JsonArray());
  }

  @ParameterizedTest
  @MethodSource("settledWays")
  void aSettingMadeInThePaneIsFoundAndCanBeUndone(Way way) throws IOException, UnusableInput {
    KpiBook book = KpiReader.read(way.seen("settled"), Map.of());

    assertThat(book.settings().text(Setting.WINDOW_MONTHS)).isEqualTo("36");
    assertThat(way.report().get("settledAgain").getAsInt()).isZero();
    assertSame(way.lines("settled-undone"), way.lines("before"));
    assertThat(way.report().getAsJsonArray("shownAfterSettling")).isEqualTo(new JsonArray());
  }

  @ParameterizedTest
  @MethodSource("longerWays")
  void aFileThatWasCompletedAndWorkedOnIsCompletedAgainInExcel(Way way)
      throws IOException, UnusableInput {
    Journey.Run again = way.second().orElseThrow();

    assertSame(
        SeenInExcel.withoutCharts(way.seen("edited-read")),
        SeenInExcel.withoutCharts(Journey.snapshot(again.before())));
    assertSame(way.lines("then"), SeenInExcel.lines(Journey.snapshot(again.after())));
    assertThat(way.report().getAsJsonArray("plannedThen")).isEqualTo(new JsonArray());
    assertSame(
        SeenInExcel.withoutCharts(way.seen("then-undone")),
        SeenInExcel.withoutCharts(way.seen("edited")));
  }

  /** The same lines, whatever their order; what differs is named, and not all else. */
  private static void assertSame(List<String> seen, List<String> wanted) {
    Set<String> both = new HashSet<>(seen);
    both.retainAll(new HashSet<>(wanted));
    assertThat(seen.stream().filter(line -> !both.contains(line)).limit(MOST_SHOWN))
        .containsExactlyElementsOf(
            wanted.stream().filter(line -> !both.contains(line)).limit(MOST_SHOWN).toList());
    assertThat(seen).hasSameSizeAs(wanted);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsCompletedInFewRoundTrips(Way way) throws IOException {
    assertThat(way.report().get("roundTrips").getAsInt()).isBetween(3, ROUND_TRIPS);
  }

  @Test
  void rowsTakenForColumnsAreCaught() throws IOException, InterruptedException, UnusableInput {
    Path wrong = Files.createDirectories(folder.resolve("wrong"));
    try (Stream<Path> scripts = Files.list(SCRIPTS)) {
      for (Path script : scripts.toList()) {
        Files.copy(script, wrong.resolve(script.getFileName()));
      }
    }
    Path writer = wrong.resolve("apply-plan.js");
    String right = "row.map((value, c) => typed(value, edit.formulas?.[from + r][c] ?? null))";
    String text = Files.readString(writer);
    assertThat(text).contains(right);
    // The last cell of each row goes first.
    Files.writeString(writer, text.replace(right, "[...(" + right + ")].reverse()"));
    Path seen = Files.createDirectories(folder.resolve("seen-wrong"));
    Way plain = ways.get(0);
    Way way = new Way(plain.name(), seen.resolve(plain.name()), plain.first(), Optional.empty());
    Files.createDirectories(way.seen());
    write(way.seen().resolve("before.json"), way.first().before());

    String failure = run(seen, wrong);

    if (failure.isEmpty()) {
      assertThat(way.lines("completed"))
          .isNotEqualTo(SeenInExcel.lines(Journey.snapshot(way.first().after())));
    } else {
      assertThat(failure).contains(plain.name());
    }
  }
}
