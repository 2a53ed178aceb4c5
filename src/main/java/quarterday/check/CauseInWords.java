package quarterday.check;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Sentence;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Finding;

/**
 * A cause with a first and a last day that does not cover the month it is said to explain: {@code
 * the rise in October is explained by the fair, which ran from 1 to 17 September}.
 */
final class CauseInWords implements Check {
  private static final String MONTH = "(" + MonthName.ANY + ")";

  /** Two days, so that a range of months that are compared is none. */
  private static final Pattern RANGE =
      Pattern.compile(
          "(?i)\\b\\d{1,2}(?:st|nd|rd|th)?(?: (?:of )?"
              + MONTH
              + ")?(?: (20\\d\\d))? ?(?:to|and|until|till|-|\u2013) ?(?:the )?\\d{1,2}(?:st|nd|rd|th)? (?:of )?"
              + MONTH
              + "(?: (20\\d\\d))?\\b");

  /** A month as the sentence names it; "may" and "march" in small letters are words. */
  private static final Pattern NAMED =
      Pattern.compile("(?<!since |until |before |after |from )\\b" + MONTH + "\\b(?: (20\\d\\d))?");

  private static final Pattern CAUSE =
      Pattern.compile(
          "(?i)\\b(?:explain(?:s|ed)?|because of|due to|owing to|cause(?:d by|d| of| for|s)|(?:a|the)"
              + " result of|result(?:s|ed) from|reasons? for|accounts? for|accounted for|led to|behind"
              + "|attribut(?:ed|able) to|linked to|follow(?:s|ed|ing)|reflects?|reflected)\\b");

  /** What else a range of days may be of: the dates of a survey, or those left out. */
  private static final Pattern OTHER =
      Pattern.compile("(?i)\\b(?:not|survey|deadline|due by|exclud(?:es|ed|ing)|except)\\b");

  @Override
  public CheckRule rule() {
    return CheckRule.CAUSE_AND_DATES;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      narrative.sentences().forEach(sentence -> look(narrative, sentence, found));
    }
  }

  private void look(Narrative narrative, Sentence sentence, Consumer<Finding> found) {
    String text = narrative.read().text();
    Matcher range = RANGE.matcher(text).region(sentence.start(), sentence.end());
    String words = text.substring(sentence.start(), sentence.end());
    if (!range.find() || !CAUSE.matcher(words).find() || OTHER.matcher(words).find()) {
      return;
    }
    String endYear = range.group(4);
    String startYear = range.group(2) == null ? endYear : range.group(2);
    YearMonth end = MonthName.month(narrative.period().last(), range.group(3), endYear);
    YearMonth start =
        range.group(1) == null
            ? end
            : MonthName.month(narrative.period().last(), range.group(1), startYear);
    List<YearMonth> explained = new ArrayList<>();
    Matcher named = NAMED.matcher(text).region(sentence.start(), sentence.end());
    while (named.find()) {
      int at = named.start();
      boolean inRange = at >= range.start() && at < range.end();
      if (!inRange && !isBasis(sentence, at)) {
        explained.add(MonthName.month(narrative.period().last(), named.group(1), named.group(2)));
      }
    }
    explained.stream()
        .filter(month -> month.isBefore(start) || month.isAfter(end))
        .findFirst()
        .ifPresent(
            month ->
                found.accept(
                    narrative.finding(
                        rule(),
                        narrative.message(
                            "the dates of the cause (%s) do not cover %s; correct them, or give the"
                                + " cause of that month.",
                            range.group(), CalendarMonth.words(month)))));
  }

  /** Whether a period that something is compared with stands here. */
  private static boolean isBasis(Sentence sentence, int at) {
    return sentence.claims().stream()
        .flatMap(
            claim ->
                (claim.about() == Claim.About.EARLIER ? claim.period() : claim.basis()).stream())
        .anyMatch(period -> period.start() <= at && at < period.end());
  }
}
