package quarterday.check;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.review.MeasureReview;

/** People over their own limit, where the total is within its cap and looks sound. */
final class HiddenBreach implements Check {
  private static final String TOTAL = "O-FLEXI";
  private static final String OVER = "O-FLEXI-OVER";

  @Override
  public CheckRule rule() {
    return CheckRule.HIDDEN_BREACH;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    Optional<MeasureReview> total = subject.measure(TOTAL);
    Optional<MeasureReview> over = subject.measure(OVER);
    if (total.isEmpty() || over.isEmpty()) {
      return;
    }
    Optional<BigDecimal> cap = total.get().measure().target();
    Optional<BigDecimal> held = total.get().quarter().value();
    Optional<BigDecimal> people = over.get().quarter().value().filter(n -> n.signum() > 0);
    if (cap.isPresent()
        && held.isPresent()
        && people.isPresent()
        && held.get().compareTo(cap.get()) <= 0) {
      found.accept(
          Subject.at(
              rule(),
              over.get(),
              RelatedMeasures.cell(subject, over.get()),
              String.format(
                  Locale.ROOT,
                  "%s: the total of %s is within %s, but %s are over their own limit; say so beside the total.",
                  total.get().measure().name(),
                  Rounded.text(held.get()),
                  Rounded.text(cap.get()),
                  Rounded.text(people.get()))));
    }
  }
}
