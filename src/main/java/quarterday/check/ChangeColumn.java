package quarterday.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import quarterday.kpi.Finding;
import quarterday.review.Comparison;

/** A typed change that the two periods do not give. */
final class ChangeColumn implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.CHANGE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (TypedChange typed : TypedChange.in(subject)) {
      List<Comparison> known =
          typed.bases().stream().filter(c -> c.change().isPresent() && !c.isPartial()).toList();
      boolean right =
          known.stream().anyMatch(c -> Rounded.agrees(typed.value(), c.change().orElseThrow()));
      if (typed.percent() || known.size() < typed.bases().size() || right) {
        continue;
      }
      found.accept(
          Subject.at(
              rule(),
              typed.measure(),
              typed.cell(),
              String.format(
                  Locale.ROOT,
                  "%s: %s, but %s is entered; correct whichever is wrong.",
                  typed.measure().measure().name(),
                  known.stream().map(c -> sum(typed, c)).collect(Collectors.joining(", and ")),
                  Rounded.text(typed.value()))));
    }
  }

  private static String sum(TypedChange typed, Comparison then) {
    BigDecimal now = typed.measure().quarter().value().orElseThrow();
    return String.format(
        Locale.ROOT,
        "%s less %s (%s) is %s",
        Rounded.text(Rounded.like(now, now)),
        Rounded.text(then.earlier().value().map(v -> Rounded.like(v, v)).orElseThrow()),
        then.earlier().period().label(),
        Rounded.text(Rounded.like(typed.value(), then.change().orElseThrow())));
  }
}
