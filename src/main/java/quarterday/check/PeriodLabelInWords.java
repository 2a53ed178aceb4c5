package quarterday.check;

import java.util.function.Consumer;
import quarterday.commentary.PeriodMention;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Finding;

/** {@code Q1 2023} in a commentary: a quarter of a calendar or of a financial year. */
final class PeriodLabelInWords implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.PERIOD_LABEL;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      narrative.read().periods().stream()
          .filter(p -> p.kind() == PeriodMention.Kind.BARE_QUARTER && p.year() > 0)
          .findFirst()
          .ifPresent(p -> found.accept(finding(narrative, p)));
    }
  }

  private Finding finding(Narrative narrative, PeriodMention open) {
    return narrative.finding(
        rule(),
        narrative.message(
            "\"%s\" leaves the financial year open; write \"%s\", if that is meant.",
            narrative.quote(open), new FinancialQuarter(open.year(), open.number()).label()));
  }
}
