package quarterday.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.PeriodReader;
import quarterday.kpi.ReportingPeriod;
import quarterday.sheet.Address;
import quarterday.sheet.SheetSnapshot;

/**
 * A cover that is for another quarter than the figures, or a title over a table that has no such
 * quarter: the words of the last report. Text that names two periods compares them, and is left
 * alone.
 */
final class CoverPeriod implements Check {
  private static final int TITLE = 90;
  private static final int FEW_WORDS = 9;
  private static final int MOST_NAMED = 3;
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)\\s*(report(ing)? (period|quarter)|period( covered)?|quarter)\\s*:?\\s*");
  private static final Pattern TITLED =
      Pattern.compile(
          "(?i)\\b(report|return|scorecard|performance|exceptions?|appendix|indicators?|kpis?)\\b");
  private static final Pattern OTHER_TIMES =
      Pattern.compile(
          "(?i)\\b(since|from|to|until|between|previous|last|next|against|than|compar\\w+|year|baseline|target)\\b");
  private static final Pattern QUARTER =
      Pattern.compile(
          "(?i)\\b(?:q|quarter ?)[1-4],? (?:of )?20\\d\\d ?[/\\-\u2013] ?(?:20)?\\d\\d\\b"
              + "|\\b20\\d\\d ?[/\\-\u2013] ?(?:20)?\\d\\d,? (?:q|quarter ?)[1-4]\\b");

  @Override
  public CheckRule rule() {
    return CheckRule.STALE_PERIOD;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    if (!(subject.review().period() instanceof FinancialQuarter reported)) {
      return;
    }
    Map<String, List<Subject.WrittenText>> texts = new HashMap<>();
    for (Subject.WrittenText written : subject.texts()) {
      texts.computeIfAbsent(written.sheet(), key -> new ArrayList<>()).add(written);
    }
    List<Subject.WrittenText> all =
        texts.values().stream()
            .flatMap(List::stream)
            .filter(written -> !PeriodLabels.inTable(subject, written))
            .toList();
    Map<String, MeasureTable> first = new HashMap<>();
    subject.book().tables().forEach(table -> first.putIfAbsent(table.sheet(), table));
    for (SheetSnapshot sheet : subject.ownSheets()) {
      List<Subject.WrittenText> written = texts.getOrDefault(sheet.name(), List.of());
      if (first.containsKey(sheet.name())) {
        titles(written, first.get(sheet.name()), reported, all, found);
      } else {
        cover(written, sheet, reported, found);
      }
    }
  }

  private void cover(
      List<Subject.WrittenText> texts,
      SheetSnapshot sheet,
      FinancialQuarter reported,
      Consumer<Finding> found) {
    List<Finding> other = new ArrayList<>();
    for (Subject.WrittenText written : texts) {
      Address beside = new Address(written.cell().row(), written.cell().column() + 1);
      Optional<FinancialQuarter> said =
          LABEL.matcher(written.text()).matches()
              ? sheet.at(beside).content().text().flatMap(CoverPeriod::quarter)
              : isTitle(written.text()) || isAtAnEnd(written.text())
                  ? quarter(written.text())
                  : Optional.empty();
      Address before = new Address(written.cell().row(), Math.max(0, written.cell().column() - 1));
      if (sheet
          .at(before)
          .content()
          .text()
          .filter(l -> OTHER_TIMES.matcher(l).find())
          .isPresent()) {
        continue;
      }
      Address at = LABEL.matcher(written.text()).matches() ? beside : written.cell();
      if (said.filter(reported::equals).isPresent()) {
        // A sheet that names the right quarter names others for a reason.
        return;
      }
      said.map(q -> finding(sheet.name(), at, q, reported))
          .filter(finding -> !other.contains(finding))
          .ifPresent(other::add);
    }
    // A list of quarters is no cover.
    if (other.size() <= MOST_NAMED) {
      other.forEach(found);
    }
  }

  private void titles(
      List<Subject.WrittenText> texts,
      MeasureTable table,
      FinancialQuarter reported,
      List<Subject.WrittenText> all,
      Consumer<Finding> found) {
    for (Subject.WrittenText written : texts) {
      if (written.cell().row() < table.headerRow() && isTitle(written.text())) {
        quarter(written.text())
            .filter(q -> !q.equals(reported) && has(table, reported))
            .filter(q -> !has(table, q) || isEarlierReport(q, written, reported, all))
            .ifPresent(q -> found.accept(finding(table.sheet(), written.cell(), q, reported)));
      }
    }
  }

  /**
   * Whether a table that shows the quarter of its title also, beside the later one that is
   * reported, has kept the title of an earlier report: another title names the one reported.
   */
  private static boolean isEarlierReport(
      FinancialQuarter said,
      Subject.WrittenText title,
      FinancialQuarter reported,
      List<Subject.WrittenText> all) {
    return said.last().isBefore(reported.last())
        && all.stream()
            .filter(other -> !other.sheet().equals(title.sheet()))
            .filter(other -> isTitle(other.text()))
            .anyMatch(other -> quarter(other.text()).filter(reported::equals).isPresent());
  }

  private static boolean has(MeasureTable table, FinancialQuarter quarter) {
    return table.periods().values().stream()
        .map(ReportingPeriod::last)
        .anyMatch(quarter.months()::contains);
  }

  private static boolean isTitle(String text) {
    boolean quarterAlone = QUARTER.matcher(text.strip()).matches();
    return text.length() <= TITLE
        && !OTHER_TIMES.matcher(text).find()
        && (quarterAlone || TITLED.matcher(text).find());
  }

  /** Whether a few words, as on a cover, begin or end with the quarter. */
  private static boolean isAtAnEnd(String text) {
    Matcher named = QUARTER.matcher(text.strip());
    return text.strip().split("\\s+").length <= FEW_WORDS
        && !OTHER_TIMES.matcher(text).find()
        && named.find()
        && (named.start() == 0 || named.end() == text.strip().length());
  }

  /** The only quarter that a text names in full. */
  private static Optional<FinancialQuarter> quarter(String text) {
    Matcher named = QUARTER.matcher(text);
    if (!named.find()) {
      return Optional.empty();
    }
    Optional<ReportingPeriod> period =
        PeriodReader.parse(named.group().toLowerCase(Locale.ROOT).replace(" of ", " "));
    return named.find()
        ? Optional.empty()
        : period.filter(FinancialQuarter.class::isInstance).map(FinancialQuarter.class::cast);
  }

  private Finding finding(
      String sheet, Address cell, FinancialQuarter said, FinancialQuarter reported) {
    return Finding.at(
        rule(),
        sheet,
        cell,
        "",
        String.format(
            Locale.ROOT,
            "This says %s, but the figures are for %s; bring the words up to date, or choose the reporting period that is meant.",
            said.label(),
            reported.label()));
  }
}
