package quarterday.check;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.kpi.Finding;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;
import quarterday.spc.Side;
import quarterday.spc.SignalRule;

/** A highlight that puts a measure on the other side of its limits, or of its mean. */
final class HighlightSides implements Check {
  private static final String UP =
      "\\b(?:above|over|beyond|exceed\\w*|higher than)\\s+(?:the\\s+|its\\s+|their\\s+)*";
  private static final String DOWN =
      "\\b(?:below|under|beneath|lower than)\\s+(?:the\\s+|its\\s+|their\\s+)*";
  private static final String MEAN = "(?:mean|average|cent(?:re|er|ral) line)\\b";
  private static final Pattern ABOVE_LIMIT =
      Pattern.compile("(?i)" + UP + "(?:upper\\s+)?(?:control\\s+)?limit");
  private static final Pattern BELOW_LIMIT =
      Pattern.compile("(?i)" + DOWN + "(?:lower\\s+)?(?:control\\s+)?limit");
  private static final Pattern ABOVE_MEAN = Pattern.compile("(?i)" + UP + MEAN);
  private static final Pattern BELOW_MEAN = Pattern.compile("(?i)" + DOWN + MEAN);

  @Override
  public CheckRule rule() {
    return CheckRule.HIGHLIGHTS_AND_TABLE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (HighlightList list : HighlightList.in(subject)) {
      list.entries()
          .forEach(
              (row, measure) -> {
                for (int column : list.sheet().columns(row)) {
                  Address cell = new Address(row, column);
                  String text = list.sheet().at(cell).content().text().orElse("");
                  if (isOpposite(measure, SignalRule.OUTSIDE, text, ABOVE_LIMIT, BELOW_LIMIT)
                      || isOpposite(measure, SignalRule.SHIFT, text, ABOVE_MEAN, BELOW_MEAN)) {
                    found.accept(
                        Finding.at(
                            rule(),
                            list.sheet().name(),
                            cell,
                            measure.measure().name(),
                            String.format(
                                Locale.ROOT,
                                "%s: the highlight names the other side; by the rules it is \u201c%s\u201d (%s). Correct the words.",
                                measure.measure().name(),
                                measure.exception(),
                                measure.why())));
                  }
                }
              });
    }
  }

  /** Whether a text names one side, where the rule holds on the other alone. */
  private static boolean isOpposite(
      MeasureReview measure, SignalRule rule, String text, Pattern above, Pattern below) {
    boolean up = above.matcher(text).find();
    boolean down = below.matcher(text).find();
    Optional<Side> said = up == down ? Optional.empty() : Optional.of(up ? Side.ABOVE : Side.BELOW);
    return said.isPresent()
        && measure.rules().stream().anyMatch(hit -> hit.rule() == rule)
        && measure.rules().stream()
            .noneMatch(hit -> hit.rule() == rule && hit.side() == said.get());
  }
}
