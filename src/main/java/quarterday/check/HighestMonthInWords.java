package quarterday.check;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.BetterWhen;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Finding;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.ReportingPeriod;

/** The month called the highest or the lowest of the quarter, where another one is. */
final class HighestMonthInWords implements Check {
  static final String EXTREME =
      "(?<!second |third |next |joint )\\b(?<extreme>"
          + "(?<high>peaked|busiest|highest|heaviest|most|peak|largest|biggest|greatest|longest)"
          + "|(?<low>quietest|lowest|lightest|fewest|smallest|shortest)"
          + "|(?<slow>slowest)|(?<fast>fastest|quickest)|(?<worst>worst)|(?<best>best))\\b";

  /**
   * {@code The busiest month was June}, {@code the lowest number was in May}, {@code peak: May}.
   */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?is).*"
              + EXTREME
              + "(?<of>[^.;,()\\d]{0,60}?)(?:\\b(?:was|is|being|came|fell)"
              + "(?:\\s+(?:at\\s+)?\u00a3?[\\d,.]+\\s*%?,?(?:\\s+(?:recorded|seen|reached|set))?\\s+in|\\s+in)?\\s+"
              + "|:\\s*|(?<=peaked)(?:\\s+at\\s+[\\d,.]+)?\\s+in\\s+)");

  /**
   * {@code June was the busiest month}, {@code May had the fewest}, {@code and April the quietest}.
   */
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?is)(?:(?:\\s+[\\d,]+(?:\\s+\\w+)?)?\\s+(?:was|were|is|had|saw|being|brought)(?:\\s+the)?|,?\\s+the)\\s+"
              + EXTREME
              + "(?<of>[^.;,()\\d]{0,40}).*");

  /** Words by which more than the quarter's months are compared. */
  private static final Pattern LONGER =
      Pattern.compile(
          "(?is).*\\b(?:since|ever|year|years|record|so far|than|series|daily|day|week)\\b.*");

  @Override
  public CheckRule rule() {
    return CheckRule.TABLE_AND_TEXT;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      for (Sentence sentence : narrative.sentences()) {
        sentence.periods().forEach(period -> look(narrative, sentence, period, found));
      }
    }
  }

  private void look(
      Narrative narrative, Sentence sentence, PeriodMention mention, Consumer<Finding> found) {
    List<YearMonth> months = narrative.period().months();
    Optional<ReportingPeriod> said =
        narrative
            .meant(Optional.of(mention))
            .filter(CalendarMonth.class::isInstance)
            .filter(month -> months.contains(month.first()));
    if (said.isEmpty() || months.size() < 2) {
      return;
    }
    String text = narrative.read().text();
    Matcher before = BEFORE.matcher(text.substring(sentence.start(), mention.start()));
    Matcher behind = BEHIND.matcher(text.substring(mention.end(), sentence.end()));
    Matcher words = before.matches() ? before : behind;
    if ((words == behind && !behind.matches())
        || LONGER.matcher(text.substring(sentence.start(), sentence.end())).matches()
        || isOfSomethingElse(narrative, words.group("of"))
        || !isOwn(narrative, sentence, words == before ? before.start("extreme") : 0)) {
      return;
    }
    List<BigDecimal> values = new ArrayList<>();
    for (YearMonth month : months) {
      narrative.value(new CalendarMonth(month)).ifPresent(values::add);
    }
    if (values.size() < months.size()) {
      return;
    }
    Optional<Boolean> highest = isHighest(narrative, words);
    if (highest.isEmpty()) {
      return;
    }
    boolean high = highest.get();
    BigDecimal extreme =
        values.stream().reduce(high ? BigDecimal::max : BigDecimal::min).orElseThrow();
    BigDecimal value = narrative.value(said.get()).orElseThrow();
    if (value.compareTo(extreme) != 0) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "the table's %s month is %s with %s, but the commentary names %s with %s; correct"
                      + " the month.",
                  high ? "highest" : "lowest",
                  new CalendarMonth(months.get(values.indexOf(extreme))).label(),
                  narrative.shown(extreme),
                  narrative.quote(mention),
                  narrative.shown(value))));
    }
  }

  /** Whether the word is for the most; empty where the measure does not say which way is which. */
  static Optional<Boolean> isHighest(Narrative narrative, Matcher words) {
    if (words.group("slow") != null || words.group("fast") != null) {
      boolean pace = narrative.measure().unit().isTime();
      return pace && narrative.measure().rule() == QuarterRule.MEAN
          ? Optional.of(words.group("slow") != null)
          : Optional.empty();
    }
    if (words.group("worst") == null && words.group("best") == null) {
      return Optional.of(words.group("high") != null);
    }
    BetterWhen better = narrative.measure().better();
    return better == BetterWhen.NEUTRAL
        ? Optional.empty()
        : Optional.of((better == BetterWhen.HIGHER) == (words.group("best") != null));
  }

  /** Whether the sentence, up to here, is about the measure. */
  private static boolean isOwn(Narrative narrative, Sentence sentence, int length) {
    String lead = narrative.read().text().substring(sentence.start(), sentence.start() + length);
    List<String> words = Vocabulary.wordsOf(lead).stream().filter(w -> !w.isEmpty()).toList();
    return narrative.about(words, sentence) == Narrative.About.OWN;
  }

  /** Whether the words between are of something that the measure does not count. */
  static boolean isOfSomethingElse(Narrative narrative, String words) {
    return Vocabulary.wordsOf(words).stream()
        .filter(word -> !word.isEmpty())
        .anyMatch(word -> !Vocabulary.isGeneral(word) && !narrative.vocabulary().has(word));
  }
}
