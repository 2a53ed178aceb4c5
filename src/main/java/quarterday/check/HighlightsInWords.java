package quarterday.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.review.Review;
import quarterday.sheet.Address;
import quarterday.sheet.SheetSnapshot;

/**
 * A sentence on an analyst's sheet of highlights whose figures are not those of the measure that it
 * names.
 */
final class HighlightsInWords implements Check {
  private static final Pattern TITLE =
      Pattern.compile(
          "(?i).*\\b(highlights?|exceptions?|summary|overview|key (points|messages))\\b.*");

  /** A name of one word is in many sentences that are not about it. */
  private static final int TELLING = 2;

  /** What is counted is counted when it comes in. */
  private static final Set<String> ARRIVING = Set.of("received", "recorded", "reported", "logged");

  private final ValueInWords values = new ValueInWords();
  private final ChangeInWords changes = new ChangeInWords();
  private final PerCentChangeInWords percentages = new PerCentChangeInWords();
  private final ShareInWords shares = new ShareInWords();

  @Override
  public CheckRule rule() {
    return CheckRule.HIGHLIGHTS_AND_TABLE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    Review review = subject.review();
    List<Vocabulary> vocabularies = Narrative.vocabularies(review);
    List<String> sheets =
        subject.ownSheets().stream()
            .map(SheetSnapshot::name)
            .filter(name -> TITLE.matcher(name).matches())
            .filter(
                name ->
                    subject.book().tables().stream()
                        .map(MeasureTable::sheet)
                        .noneMatch(name::equals))
            .toList();
    if (sheets.isEmpty()) {
      return;
    }
    List<List<String>> names =
        review.measures().stream().map(measure -> telling(measure.measure().name())).toList();
    for (Subject.WrittenText written : subject.texts()) {
      if (!sheets.contains(written.sheet())) {
        continue;
      }
      named(names, vocabularies, written.text())
          .ifPresent(
              i -> {
                Narrative narrative =
                    Narrative.about(
                        review, i, vocabularies, written.sheet(), written.cell(), written.text());
                first(narrative).ifPresent(finding -> found.accept(retold(finding)));
              });
    }
  }

  /** The measure whose name shares most words with a text, if there is one such. */
  private static OptionalInt named(
      List<List<String>> names, List<Vocabulary> vocabularies, String text) {
    Set<String> stems =
        Vocabulary.wordsOf(text).stream().map(Vocabulary::stem).collect(Collectors.toSet());
    int best = -1;
    int most = 0;
    boolean tied = false;
    for (int i = 0; i < vocabularies.size(); i++) {
      int shared = vocabularies.get(i).sharedStems(stems);
      // "Correspondence rose to 459", of the correspondence received
      boolean all =
          shared > 0
              && (shared == vocabularies.get(i).size()
                  || (!names.get(i).isEmpty() && stems.containsAll(names.get(i))));
      // Of two names with as many words in the text, the one with no other word is meant.
      int score = 2 * shared + (all ? 1 : 0);
      if ((all || shared >= TELLING) && score >= most) {
        tied = score == most;
        most = score;
        best = i;
      }
    }
    return best < 0 || tied ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /** The words of a name that tell it, but for the arriving, as stems. */
  private static List<String> telling(String name) {
    return Vocabulary.wordsOf(name).stream()
        .filter(word -> !Vocabulary.isGeneral(word) && !ARRIVING.contains(word))
        .map(Vocabulary::stem)
        .toList();
  }

  private Optional<Finding> first(Narrative narrative) {
    List<Finding> wrong = new ArrayList<>();
    values.look(narrative, wrong::add);
    changes.look(narrative, wrong::add);
    percentages.look(narrative, wrong::add);
    shares.look(narrative, wrong::add);
    return wrong.stream().findFirst();
  }

  /** What is wrong with the words, told of a highlight. */
  private Finding retold(Finding finding) {
    return Finding.at(
            rule(),
            finding.sheet(),
            Address.parse(finding.cell()),
            finding.measure(),
            finding.message().replace("the commentary", "the highlight"))
        .suggesting(finding.suggestion());
  }
}
