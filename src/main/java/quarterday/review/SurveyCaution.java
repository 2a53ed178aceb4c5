package quarterday.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.Measure;
import quarterday.kpi.MeasureRow;
import quarterday.kpi.ReadingRule;
import quarterday.kpi.ReportingPeriod;
import quarterday.spc.SurveyMargin;

/**
 * A change in a survey's percentage that asking other people might have given as well.
 *
 * <p>A measure is a survey's if its name or definition says so. How many were asked comes from its
 * denominator, or from a definition that says it: {@code about 700 interviews}.
 */
final class SurveyCaution implements Caution {
  private static final Pattern SURVEY =
      Pattern.compile("\\b(?:survey(?:s|ed)?|csew|satisfaction|satisfied|respondents)\\b");

  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(\\d{1,3}(?:,\\d{3})+|\\d+) (?:interviews|respondents|responses|people asked)\\b");

  private final Map<String, MeasureRow> byId;

  SurveyCaution(Map<String, MeasureRow> byId) {
    this.byId = byId;
  }

  @Override
  public ReadingRule rule() {
    return ReadingRule.WITHIN_SURVEY_MARGIN;
  }

  @Override
  public Optional<String> about(MeasureReview measure) {
    if (!isSurvey(measure.measure())) {
      return Optional.empty();
    }
    List<String> within = new ArrayList<>();
    for (Comparison then : List.of(measure.previous(), measure.yearAgo())) {
      within(measure, then).ifPresent(within::add);
    }
    return within.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s: %s %s within the survey's margin of error at 95%%; do not report %s as a change.",
                measure.measure().name(),
                String.join(" and ", within),
                within.size() == 1 ? "is" : "are",
                within.size() == 1 ? "it" : "either"));
  }

  private static boolean isSurvey(Measure measure) {
    String text = (measure.name() + " " + measure.definition()).toLowerCase(Locale.ROOT);
    return measure.isPercentage() && SURVEY.matcher(text).find();
  }

  private Optional<String> within(MeasureReview measure, Comparison then) {
    if (then.change().filter(change -> change.signum() != 0).isEmpty() || then.isPartial()) {
      return Optional.empty();
    }
    BigDecimal change = then.change().get().abs();
    Optional<BigDecimal> asked = asked(measure.measure(), measure.quarter().period());
    Optional<BigDecimal> askedThen = asked(measure.measure(), then.earlier().period());
    if (asked.isEmpty() || askedThen.isEmpty()) {
      return Optional.empty();
    }
    return SurveyMargin.ofDifference(
            measure.quarter().value().orElseThrow(),
            asked.get(),
            then.earlier().value().orElseThrow(),
            askedThen.get())
        .filter(margin -> change.compareTo(margin) <= 0)
        .map(
            margin ->
                String.format(
                    Locale.ROOT,
                    "the change of %s points on %s (margin %s, about %,d asked)",
                    rounded(change),
                    then.earlier().period().label(),
                    rounded(margin),
                    asked.get().toBigInteger()));
  }

  private Optional<BigDecimal> asked(Measure measure, ReportingPeriod period) {
    Optional<BigDecimal> known =
        measure
            .denominator()
            .map(byId::get)
            .flatMap(row -> new PeriodFigures(row, byId).of(period).value());
    Matcher said = ASKED.matcher(measure.definition().toLowerCase(Locale.ROOT));
    return known.or(
        () ->
            said.find()
                ? Optional.of(new BigDecimal(said.group(1).replace(",", "")))
                : Optional.empty());
  }

  private static String rounded(BigDecimal points) {
    return points.setScale(1, RoundingMode.HALF_UP).toPlainString();
  }
}
