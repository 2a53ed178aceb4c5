package quarterday.check;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.commentary.Sentence;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Finding;
import quarterday.review.MeasureReview;
import quarterday.review.MeasureSeries;

/** {@code All three months were below the mean}, where one of them was not. */
final class MonthsBesideTheMean implements Check {
  private static final String MONTH = "(?:" + MonthName.ANY + ")";
  private static final String NAMED =
      MONTH
          + "(?:\\s*\\([^()]*\\))?(?:(?:\\s*,\\s*|\\s*,?\\s+and\\s+)"
          + MONTH
          + "(?:\\s*\\([^()]*\\))?){0,2}";
  private static final String ALL =
      "(?:all\\s+(?:of\\s+)?(?:the\\s+)?(?:three\\s+|3\\s+)?months|(?:each|every)\\s+(?:single\\s+)?month"
          + "|(?:each|every\\s+one)\\s+of\\s+the\\s+(?:three\\s+|3\\s+)?months)"
          + "(?:\\s+(?:of|in|during)\\s+(?:the|this)\\s+quarter)?";
  private static final String SIDE =
      "(?<side>above|below)\\s+(?:the\\s+|its\\s+|our\\s+)?(?:long[- ]term\\s+)?"
          + "(?:mean|average|centre\\s+line)\\b(?!\\s+(?:for|of\\s+the|in\\s+the\\s+(?:last|previous)))";

  /** {@code October and December were both below the mean}. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?is).*?\\b(?:(?<all>"
              + ALL
              + ")|(?<named>"
              + NAMED
              + "))\\s+"
              + "(?:was|were|are|is|have\\s+been|has\\s+been|remained|sat|stood|came\\s+in|fell)\\s+"
              + "(?:both\\s+|all\\s+|each\\s+|also\\s+|again\\s+)?"
              + SIDE
              + "\\s*(?:[,.;(]|and\\b|but\\b|$).*");

  /** {@code below the mean in all three months}. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?is).*?\\b"
              + SIDE
              + "\\s+(?:in|for|during|throughout)\\s+(?:both\\s+)?(?:(?<all>"
              + ALL
              + ")|(?<named>"
              + NAMED
              + "))\\s*(?:[,.;]|$).*");

  /** Words by which it is not said. */
  private static final Pattern DOUBTED =
      Pattern.compile("(?is).*\\b(?:not|never|nor|no|if|whether|would|may|might|could|until)\\b.*");

  /** The analyst's mean may be of a slightly other window. */
  private static final double LEEWAY = 0.005;

  @Override
  public CheckRule rule() {
    return CheckRule.STATE_WORDS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      MeasureReview review = narrative.review();
      if (review.row().isQuarterly() || review.mean().isEmpty()) {
        continue;
      }
      for (Sentence sentence : narrative.sentences()) {
        look(narrative, sentence, found);
      }
    }
  }

  private void look(Narrative narrative, Sentence sentence, Consumer<Finding> found) {
    String text = narrative.read().text().substring(sentence.start(), sentence.end());
    Matcher before = BEFORE.matcher(text);
    Matcher behind = BEHIND.matcher(text);
    Matcher words = before.matches() ? before : behind;
    if ((words == behind && !behind.matches())
        || DOUBTED.matcher(text).matches()
        || isElsewhere(narrative, sentence)
        || narrative.isOfPart(sentence, sentence.start() + words.start("side"))) {
      return;
    }
    boolean above = words.group("side").equalsIgnoreCase("above");
    for (YearMonth month : months(narrative, Optional.ofNullable(words.group("named")))) {
      if (isOnTheOtherSide(narrative.review(), month, above)) {
        found.accept(
            narrative.finding(
                rule(),
                narrative.message(
                    "%s with %s is not %s the mean of %s, but the commentary says so; correct the"
                        + " words.",
                    new CalendarMonth(month).label(),
                    narrative.value(new CalendarMonth(month)).map(narrative::shown).orElse(""),
                    above ? "above" : "below",
                    narrative.shown(BigDecimal.valueOf(narrative.review().mean().get())))));
        return;
      }
    }
  }

  /** Whether the sentence is of another measure, or of another time than the report's. */
  private static boolean isElsewhere(Narrative narrative, Sentence sentence) {
    Narrative.About about = narrative.about(sentence.words(), sentence);
    return about == Narrative.About.OTHER
        || sentence.periods().stream()
            .map(p -> p.in(narrative.period()))
            .flatMap(Optional::stream)
            .anyMatch(p -> !narrative.isWithin(p));
  }

  private static List<YearMonth> months(Narrative narrative, Optional<String> named) {
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth month : narrative.period().months()) {
      String name = month.getMonth().name().toLowerCase(Locale.ROOT);
      if (named.isEmpty() || named.get().toLowerCase(Locale.ROOT).contains(name)) {
        months.add(month);
      }
    }
    return months;
  }

  private static boolean isOnTheOtherSide(MeasureReview review, YearMonth month, boolean above) {
    MeasureSeries series = review.series();
    for (int at = 0; at < series.size(); at++) {
      Optional<BigDecimal> value = series.value(at);
      Optional<Double> centre = review.chart().centre(at).map(m -> m * review.scale());
      if (series.points().get(at).first().equals(month)
          && value.isPresent()
          && centre.isPresent()
          && !series.leftOut().contains(at)) {
        double off = value.get().doubleValue() - centre.get();
        return (above ? -off : off) > LEEWAY * Math.abs(centre.get());
      }
    }
    return false;
  }
}
