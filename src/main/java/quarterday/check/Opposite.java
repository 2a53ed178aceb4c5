package quarterday.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.kpi.Finding;
import quarterday.kpi.Observation;
import quarterday.review.MeasureReview;

/** A percentage that is a hundred less what the measure usually is: answered for abandoned. */
final class Opposite implements Check {
  private static final double FAR = 40;
  private static final double NEAR = 2;

  /** A share that swings further has no usual side. */
  private static final double STEADY = 15;

  private static final int HISTORY = 3;
  private static final Pattern SMALL_BY_NAME = Pattern.compile("(?i)\\babandon(ed|ment)?\\b");
  private static final double MOSTLY = 50;

  @Override
  public CheckRule rule() {
    return CheckRule.OPPOSITE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (MeasureReview measure : subject.measures()) {
      if (!measure.measure().isPercentage()) {
        continue;
      }
      List<Observation> figures = Subject.observations(measure);
      for (int i = 0; i < figures.size(); i++) {
        Observation o = figures.get(i);
        double value = value(o);
        Optional<Double> usual = usual(figures, i);
        boolean opposite =
            usual.isPresent()
                ? Math.abs(value - usual.get()) >= FAR
                    && spread(figures, i, usual.get()) <= STEADY
                    && Math.abs(100 - value - usual.get()) <= spread(figures, i, usual.get())
                    && !isFraction(value, usual.get())
                : value > MOSTLY && SMALL_BY_NAME.matcher(measure.measure().name()).find();
        if (opposite) {
          found.accept(finding(measure, o));
        }
      }
    }
  }

  private Finding finding(MeasureReview measure, Observation o) {
    BigDecimal value = o.value().orElseThrow();
    String other = Rounded.text(BigDecimal.valueOf(100).subtract(value));
    return Subject.at(
            rule(),
            measure,
            o.cell(),
            String.format(
                Locale.ROOT,
                "%s shows %s%%, where %s%% would be usual; check whether this is the opposite of what the name says, such as the share answered and not abandoned.",
                measure.measure().name(),
                Rounded.text(value),
                other))
        .suggesting(other + "%");
  }

  /** A 0.96 among 96s is a fraction, which reading has said already. */
  private static boolean isFraction(double value, double usual) {
    return value <= 1 && Math.abs(100 * value - usual) < FAR;
  }

  private static double value(Observation o) {
    return o.value().orElseThrow().doubleValue();
  }

  /** The median of the other figures, if there are enough to tell. */
  private static Optional<Double> usual(List<Observation> figures, int but) {
    List<Double> others = others(figures, but);
    return others.size() < HISTORY ? Optional.empty() : Optional.of(others.get(others.size() / 2));
  }

  private static List<Double> others(List<Observation> figures, int but) {
    List<Double> others = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      if (i != but) {
        others.add(value(figures.get(i)));
      }
    }
    others.sort(Double::compare);
    return others;
  }

  /** How far the other figures lie from their median, at most; no less than two points. */
  private static double spread(List<Observation> figures, int but, double usual) {
    return others(figures, but).stream()
        .mapToDouble(value -> Math.abs(value - usual))
        .reduce(NEAR, Math::max);
  }
}
