package quarterday.check;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import quarterday.kpi.Finding;
import quarterday.review.Comparison;

/** A typed per cent change that the two periods do not give, also one on nothing. */
final class PerCentChangeColumn implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.PER_CENT_CHANGE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (TypedChange typed : TypedChange.in(subject)) {
      if (!typed.percent() || typed.bases().stream().anyMatch(Comparison::isPartial)) {
        continue;
      }
      List<Comparison> known = typed.bases().stream().filter(c -> c.percent().isPresent()).toList();
      boolean right =
          known.stream().anyMatch(c -> Rounded.agrees(typed.value(), c.percent().orElseThrow()));
      boolean zero = typed.bases().stream().allMatch(c -> c.base() == Comparison.Base.ZERO);
      if (zero) {
        found.accept(
            finding(
                typed,
                "there is no per cent of an earlier figure of 0; give the change in number"));
      } else if (known.size() == typed.bases().size() && !right) {
        found.accept(
            finding(
                typed,
                known.stream()
                    .map(
                        c ->
                            "the change from "
                                + c.earlier().period().label()
                                + " is "
                                + Rounded.text(
                                    Rounded.like(typed.value(), c.percent().orElseThrow()))
                                + "%")
                    .collect(Collectors.joining(", and "))));
      }
    }
  }

  private Finding finding(TypedChange typed, String what) {
    return Subject.at(
        rule(),
        typed.measure(),
        typed.cell(),
        String.format(
            Locale.ROOT,
            "%s: %s, but %s%% is entered; correct whichever is wrong.",
            typed.measure().measure().name(),
            what,
            Rounded.text(typed.value())));
  }
}
