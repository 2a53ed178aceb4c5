package quarterday.check;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.kpi.Decimals;
import quarterday.kpi.Finding;
import quarterday.kpi.PeriodReader;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.SheetSnapshot;

/** A figure on an analyst's list of highlights that is not the measure's. */
final class HighlightFigures implements Check {
  private static final Pattern NOW =
      Pattern.compile("(?i).*\\b(value|figure|performance|this quarter|current|actual|now)\\b.*");
  private static final Pattern OTHER =
      Pattern.compile(
          "(?i).*\\b(previous|last|earlier|year|change|target|mean|limit|diff\\w*)\\b.*");

  @Override
  public CheckRule rule() {
    return CheckRule.HIGHLIGHTS_AND_TABLE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (HighlightList list : HighlightList.in(subject)) {
      SheetSnapshot sheet = list.sheet();
      list.entries()
          .forEach(
              (row, measure) -> {
                for (int column : sheet.columns(row)) {
                  compare(sheet, new Address(row, column), measure, found);
                }
              });
    }
  }

  private void compare(
      SheetSnapshot sheet, Address at, MeasureReview measure, Consumer<Finding> found) {
    CellSnapshot cell = sheet.at(at);
    Optional<BigDecimal> right = measure.quarter().value();
    Optional<String> heading = heading(sheet, at);
    if (cell.content().number().isEmpty()
        || right.isEmpty()
        || heading.filter(h -> isNow(h, measure)).isEmpty()) {
      return;
    }
    BigDecimal typed = Decimals.of(cell.content().number().getAsDouble());
    BigDecimal shown = cell.format().contains("%") ? typed.movePointRight(2) : typed;
    if (!Rounded.agrees(shown, right.get())) {
      String better = Rounded.text(Rounded.like(shown, right.get()));
      found.accept(
          Finding.at(
                  rule(),
                  sheet.name(),
                  at,
                  measure.measure().name(),
                  String.format(
                      Locale.ROOT,
                      "%s: the highlight says %s; its table gives %s for %s. Correct whichever is wrong.",
                      measure.measure().name(),
                      Rounded.text(shown),
                      better,
                      measure.quarter().period().label()))
              .suggesting(better));
    }
  }

  private static boolean isNow(String heading, MeasureReview measure) {
    return PeriodReader.parse(heading)
        .map(measure.quarter().period()::equals)
        .orElseGet(() -> NOW.matcher(heading).matches() && !OTHER.matcher(heading).matches());
  }

  /** The nearest text above a cell. */
  private static Optional<String> heading(SheetSnapshot sheet, Address at) {
    for (int row = at.row() - 1; row >= 0; row--) {
      Optional<String> text = sheet.at(row, at.column()).content().text();
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }
}
