package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Sentence;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Finding;
import quarterday.kpi.QuarterRule;

/** A sum or an average of two of the quarter's months that the table's months do not give. */
final class MonthsTogetherInWords implements Check {
  private static final Pattern TOGETHER =
      Pattern.compile(
          "(?is).*\\b(?<one>[a-z]{3,9})\\s+and\\s+(?<two>[a-z]{3,9})\\s+(?:(?:taken\\s+)?together|combined"
              + "|between\\s+them)\\s+(?:brought|had|saw|made|came\\s+to|totalled|accounted\\s+for|gave"
              + "|produced)\\s+");

  private static final Pattern OTHERS =
      Pattern.compile(
          "(?is).*\\b(?:two\\s+other|other\\s+two|remaining\\s+two)\\s+months\\s+(?:averaged|had\\s+an"
              + "\\s+average\\s+of|saw\\s+an\\s+average\\s+of)\\s+");

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  @Override
  public CheckRule rule() {
    return CheckRule.TABLE_AND_TEXT;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      if (narrative.measure().rule() == QuarterRule.SUM) {
        for (Sentence sentence : narrative.sentences()) {
          sentence.claims().forEach(claim -> look(narrative, sentence, claim, found));
        }
      }
    }
  }

  private void look(Narrative narrative, Sentence sentence, Claim claim, Consumer<Finding> found) {
    String before = narrative.read().text().substring(sentence.start(), claim.figure().start());
    Matcher together = TOGETHER.matcher(before);
    List<YearMonth> months = List.of();
    boolean sum = together.matches();
    if (sum) {
      months =
          narrative.period().months().stream()
              .filter(m -> isNamed(m, together.group("one")) || isNamed(m, together.group("two")))
              .toList();
    } else if (OTHERS.matcher(before).matches()) {
      months = withoutTheOneNamed(narrative, claim);
    }
    List<BigDecimal> values =
        months.stream().flatMap(m -> narrative.value(new CalendarMonth(m)).stream()).toList();
    boolean own =
        claim.about() == About.LEVEL
            && narrative.isComparable(claim.figure())
            && claim.nouns().stream().allMatch(narrative::isOwnWord);
    if (values.size() != 2 || !own) {
      return;
    }
    BigDecimal total = values.get(0).add(values.get(1));
    BigDecimal truth = sum ? total : total.divide(TWO, MathContext.DECIMAL64);
    boolean near = truth.subtract(claim.figure().value()).abs().multiply(TWO).compareTo(truth) <= 0;
    if (near && !narrative.agrees(claim.figure(), truth)) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "the table gives %s for %s and %s %s, but the commentary says %s; correct"
                      + " whichever is wrong.",
                  narrative.shown(truth),
                  new CalendarMonth(months.get(0)).label(),
                  new CalendarMonth(months.get(1)).label(),
                  sum ? "together" : "on average",
                  narrative.quote(claim.figure()))));
    }
  }

  /** The quarter's other months, where the text so far has named one of them and no more. */
  private static List<YearMonth> withoutTheOneNamed(Narrative narrative, Claim claim) {
    List<YearMonth> quarter = narrative.period().months();
    List<YearMonth> named =
        narrative.read().periods().stream()
            .filter(p -> p.end() <= claim.figure().start())
            .flatMap(p -> narrative.meant(Optional.of(p)).stream())
            .filter(CalendarMonth.class::isInstance)
            .map(p -> p.first())
            .filter(quarter::contains)
            .distinct()
            .toList();
    return named.size() == 1
        ? quarter.stream().filter(m -> !named.contains(m)).toList()
        : List.of();
  }

  /** Whether a word is a month's name, or its first three letters. */
  static boolean isNamed(YearMonth month, String word) {
    String name = month.getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
    return name.equalsIgnoreCase(word) || name.substring(0, 3).equalsIgnoreCase(word);
  }
}
