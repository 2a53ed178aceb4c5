package quarterday.check;

import java.util.Locale;
import java.util.function.Consumer;
import quarterday.kpi.Finding;
import quarterday.review.Comparison;

/** A typed per cent change on an earlier count too small to take a per cent of. */
final class SmallBase implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.SMALL_BASE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (TypedChange typed : TypedChange.in(subject)) {
      boolean small = typed.bases().stream().allMatch(c -> c.base() == Comparison.Base.SMALL);
      if (typed.percent() && small) {
        Comparison then = typed.bases().get(0);
        found.accept(
            Subject.at(
                rule(),
                typed.measure(),
                typed.cell(),
                String.format(
                    Locale.ROOT,
                    "%s: %s (%s) is too small for a percentage; give the change in number.",
                    typed.measure().measure().name(),
                    Rounded.text(then.earlier().value().orElseThrow()),
                    then.earlier().period().label())));
      }
    }
  }
}
