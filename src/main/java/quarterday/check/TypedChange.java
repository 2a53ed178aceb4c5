package quarterday.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.Decimals;
import quarterday.kpi.MeasureTable;
import quarterday.review.Comparison;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;
import quarterday.sheet.CellSnapshot;

/**
 * A change that an analyst typed beside a measure, under a heading that says so.
 *
 * @param value the number, in per cent or in the measure's unit
 * @param percent whether it is a per cent of the earlier figure
 * @param underPerCent whether its heading or its sign says per cent, also beside a percentage
 * @param bases what it may be compared with: one comparison where the heading names it, else two
 */
record TypedChange(
    MeasureReview measure,
    Address cell,
    BigDecimal value,
    boolean percent,
    boolean underPerCent,
    List<Comparison> bases) {
  private static final Pattern CHANGE =
      Pattern.compile("(?U).*\\b(changes?|difference|variance)\\b.*");
  private static final Pattern NO_NUMBER =
      Pattern.compile("(?U).*\\b(reason|why|comment|direction|note|target)\\b.*");
  private static final Pattern PERCENT = Pattern.compile(".*(%|per cent|percent).*");
  private static final Pattern YEAR = Pattern.compile("(?U).*\\b(year|annual|yoy)\\b.*");
  private static final Pattern QUARTER =
      Pattern.compile("(?U).*\\b(previous|last|prior) (quarter|month|period)\\b.*");

  /** {@code +59} or {@code -12%}, typed as text; without its sign it may be anything. */
  private static final Pattern SIGNED =
      Pattern.compile("\\s*([+\\-\u2212\u2013])\\s*\u00a3?(\\d[\\d,]*(?:\\.\\d+)?)\\s*(%|)\\s*");

  /** All typed changes of a workbook. */
  static List<TypedChange> in(Subject subject) {
    List<TypedChange> all = new ArrayList<>();
    for (MeasureTable table : subject.book().tables()) {
      for (Subject.TypedColumn column : subject.typedColumns(table)) {
        if (!isChange(column.heading())) {
          continue;
        }
        List<TypedChange> changes = new ArrayList<>();
        for (MeasureReview measure : subject.measures(table)) {
          of(subject, measure, column).ifPresent(changes::add);
        }
        all.addAll(settled(changes));
      }
    }
    return all;
  }

  /** Whether a heading stands over changes in number or per cent. */
  static boolean isChange(String heading) {
    return CHANGE.matcher(heading).matches() && !NO_NUMBER.matcher(heading).matches();
  }

  /**
   * Under a heading that names no period, changes are from the one that at least half of the rows
   * are changes from: a table that shows one earlier quarter shows what its changes are from.
   */
  private static List<TypedChange> settled(List<TypedChange> changes) {
    for (int base = 0; base < 2; base++) {
      int at = base;
      List<TypedChange> known =
          changes.stream()
              .filter(c -> c.bases().size() == 2 && c.expected(c.bases().get(at)).isPresent())
              .toList();
      long agreeing = known.stream().filter(c -> c.agrees(c.bases().get(at))).count();
      if (agreeing > 1 && agreeing * 2 >= known.size()) {
        return changes.stream()
            .map(c -> c.bases().size() == 2 ? c.from(c.bases().get(at)) : c)
            .toList();
      }
    }
    return changes;
  }

  /** What the figures give in place of the typed change. */
  Optional<BigDecimal> expected(Comparison base) {
    return base.isPartial() ? Optional.empty() : percent ? base.percent() : base.change();
  }

  boolean agrees(Comparison base) {
    return expected(base).filter(exact -> Rounded.agrees(value, exact)).isPresent();
  }

  private TypedChange from(Comparison base) {
    return new TypedChange(measure, cell, value, percent, underPerCent, List.of(base));
  }

  private static Optional<TypedChange> of(
      Subject subject, MeasureReview measure, Subject.TypedColumn column) {
    Address at = new Address(measure.row().row(), column.column());
    CellSnapshot cell = subject.sheet(measure).at(at);
    Matcher text = SIGNED.matcher(cell.content().text().orElse(""));
    boolean written = text.matches();
    if (cell.content().number().isEmpty() && !written) {
      return Optional.empty();
    }
    BigDecimal typed =
        written
            ? new BigDecimal(
                (text.group(1).equals("+") ? "" : "-") + text.group(2).replace(",", ""))
            : Decimals.of(cell.content().number().getAsDouble());
    boolean fraction = !written && cell.format().contains("%");
    boolean inPerCent = fraction || (written && !text.group(3).isEmpty());
    boolean underPerCent = inPerCent || PERCENT.matcher(column.heading()).matches();
    boolean percent = underPerCent && !measure.measure().isPercentage();
    List<Comparison> bases = new ArrayList<>();
    boolean year = YEAR.matcher(column.heading()).matches();
    boolean quarter = QUARTER.matcher(column.heading()).matches();
    if (quarter || !year) {
      bases.add(measure.previous());
    }
    if (year || !quarter) {
      bases.add(measure.yearAgo());
    }
    return Optional.of(
        new TypedChange(
            measure, at, fraction ? typed.movePointRight(2) : typed, percent, underPerCent, bases));
  }
}
