package quarterday.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Figure.Hedge;
import quarterday.commentary.Sentence;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Finding;
import quarterday.kpi.QuarterRule;

/** A total of several quarters that the table's quarters do not give. */
final class QuartersTogetherInWords implements Check {
  private static final String MANY = "(?<n>two|three|four|five|six|seven|eight|[2-8])";
  private static final String YEAR = "(?:20(?<year>\\d\\d)\\s?/\\s?(?:20)?\\d\\d)";

  /** {@code over the four quarters of 2020/21}, {@code the last four quarters come to}. */
  private static final Pattern QUARTERS =
      Pattern.compile(
          "(?is)(?:\\b(?:over|across|in|for|during|of)\\s+)?\\b(?:the|all|these|those)\\s+(?<last>last|past|latest"
              + "|previous|preceding)?\\s*"
              + MANY
              + "\\s+quarters\\b(?:\\s+of\\s+(?:the\\s+year\\s+)?"
              + YEAR
              + ")?");

  /** Words by which the number is no such total. */
  private static final Pattern OTHERWISE =
      Pattern.compile(
          "(?is).*\\b(?:averages?|averaged|averaging|mean|than|compar\\w+|each|per|every|highest|lowest|most|fewest"
              + "|target|budget|planned|expected|forecast|limit|on\\s+average|change[ds]?|previous\\s+year|last\\s+year"
              + "|year\\s+before|ago|from|since|row|running|consecutive|quarterly|not|until)\\b.*");

  private static final List<String> CARDINALS =
      List.of("two", "three", "four", "five", "six", "seven", "eight");
  private static final Set<String> LEADING =
      Set.of(
          "last",
          "past",
          "latest",
          "quarters",
          "year",
          "come",
          "comes",
          "came",
          "to",
          "add",
          "up",
          "together",
          "bring",
          "brings",
          "bringing",
          "so",
          "far",
          "makes",
          "gives",
          "amount");
  private static final BigDecimal FOUR = BigDecimal.valueOf(4);

  @Override
  public CheckRule rule() {
    return CheckRule.PARTS_ADD_UP;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      if (narrative.measure().rule() == QuarterRule.SUM
          && narrative.period() instanceof FinancialQuarter now) {
        narrative.sentences().forEach(sentence -> look(narrative, sentence, now, found));
      }
    }
  }

  private void look(
      Narrative narrative, Sentence sentence, FinancialQuarter now, Consumer<Finding> found) {
    String text = narrative.read().text().substring(sentence.start(), sentence.end());
    List<Claim> totals =
        sentence.claims().stream()
            .filter(c -> c.about() == About.LEVEL && c.figure().hedge() == Hedge.EXACT)
            .filter(c -> narrative.isComparable(c.figure()))
            .filter(c -> !text.startsWith("quarters", c.figure().end() - sentence.start() + 1))
            .toList();
    List<List<FinancialQuarter>> meant = meant(text, now);
    if (totals.size() != 1 || meant.isEmpty() || OTHERWISE.matcher(text).matches()) {
      return;
    }
    Claim total = totals.get(0);
    boolean own =
        total.nouns().stream().allMatch(narrative::isOwnWord)
            && (!narrative.isElsewhere(total, sentence)
                || total.subject().stream()
                    .allMatch(
                        w ->
                            Vocabulary.isGeneral(w)
                                || narrative.vocabulary().has(w)
                                || LEADING.contains(w)
                                || CARDINALS.contains(w)));
    List<BigDecimal> sums =
        meant.stream().flatMap(quarters -> sum(narrative, quarters).stream()).toList();
    boolean near =
        sum(narrative, meant.get(0)).isPresent()
            && sums.get(0)
                    .subtract(total.figure().value())
                    .abs()
                    .multiply(FOUR)
                    .compareTo(sums.get(0))
                <= 0;
    if (own
        && near
        && Stream.concat(sums.stream(), narrative.now().stream())
            .noneMatch(sum -> narrative.agrees(total.figure(), sum))) {
      List<FinancialQuarter> quarters = meant.get(0);
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "the %d quarters from %s to %s come to %s, but the commentary says %s; correct"
                      + " whichever is wrong.",
                  quarters.size(),
                  quarters.get(quarters.size() - 1).label(),
                  quarters.get(0).label(),
                  narrative.shown(sums.get(0)),
                  narrative.quote(total.figure()))));
    }
  }

  /** The quarters that may be meant, latest first; where there is a choice, all of them. */
  private static List<List<FinancialQuarter>> meant(String text, FinancialQuarter now) {
    Matcher quarters = QUARTERS.matcher(text);
    if (!quarters.find()) {
      return List.of();
    }
    String many = quarters.group("n");
    int n =
        many.matches("\\d")
            ? Integer.parseInt(many)
            : CARDINALS.indexOf(many.toLowerCase(Locale.ROOT)) + 2;
    Optional<FinancialQuarter> last = lastOf(Optional.ofNullable(quarters.group("year")));
    if (last.isPresent()) {
      return n == QUARTERS_A_YEAR ? List.of(until(last.get(), n)) : List.of();
    }
    boolean before =
        quarters.group("last") != null && !quarters.group("last").matches("(?i)last|past|latest");
    return before
        ? List.of(until(now.previous(), n))
        : List.of(until(now, n), until(now.previous(), n));
  }

  private static final int QUARTERS_A_YEAR = 4;
  private static final int CENTURY = 2000;

  /** The last quarter of a financial year, by the two digits of the year it starts in. */
  private static Optional<FinancialQuarter> lastOf(Optional<String> start) {
    return start.map(
        year -> new FinancialQuarter(CENTURY + Integer.parseInt(year), QUARTERS_A_YEAR));
  }

  private static List<FinancialQuarter> until(FinancialQuarter last, int many) {
    List<FinancialQuarter> quarters = new ArrayList<>();
    for (FinancialQuarter at = last; quarters.size() < many; at = at.previous()) {
      quarters.add(at);
    }
    return quarters;
  }

  private static Optional<BigDecimal> sum(Narrative narrative, List<FinancialQuarter> quarters) {
    List<BigDecimal> values = quarters.stream().flatMap(q -> narrative.value(q).stream()).toList();
    return values.size() == quarters.size()
        ? Optional.of(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        : Optional.empty();
  }
}
