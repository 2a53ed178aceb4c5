package quarterday.review;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import quarterday.kpi.Adjustment;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Mark;
import quarterday.kpi.MeasureRow;
import quarterday.kpi.Observation;
import quarterday.kpi.ReportingPeriod;
import quarterday.sheet.Interruption;
import quarterday.spc.Series;

/**
 * A measure's figures in time, one point a month (or a quarter), from its first figure to the end
 * of the reporting period.
 *
 * @param points the period of each point, without holes
 * @param observations what stands there; empty where no cell is read
 * @param reasons why limits are reset, a month is left out, or a break is marked, by position
 * @param resets the positions where new limits start
 * @param leftOut the positions left out
 * @param breaks the positions marked {@code [b]}
 */
public record MeasureSeries(
    List<ReportingPeriod> points,
    List<Optional<Observation>> observations,
    Map<Integer, String> reasons,
    Set<Integer> resets,
    Set<Integer> leftOut,
    Set<Integer> breaks) {

  /** The figures of a row at these points, which are all months or all quarters. */
  static MeasureSeries of(
      MeasureRow row, List<Adjustment> adjustments, List<ReportingPeriod> points) {
    List<Optional<Observation>> observations = new ArrayList<>();
    Map<Integer, Set<String>> reasons = new TreeMap<>();
    Set<Integer> resets = new HashSet<>();
    Set<Integer> leftOut = new HashSet<>();
    Set<Integer> breaks = new HashSet<>();
    for (int i = 0; i < points.size(); i++) {
      ReportingPeriod point = points.get(i);
      Optional<Observation> seen =
          Optional.ofNullable(
              point instanceof FinancialQuarter quarter
                  ? row.quarters().get(quarter)
                  : row.months().get(point.first()));
      observations.add(seen);
      if (seen.isPresent() && seen.get().marks().contains(Mark.BREAK)) {
        breaks.add(i);
        add(reasons, i, "break [b]");
      }
      Interruption.heed();
      for (Adjustment a : adjustments) {
        if (point.months().contains(a.month())) {
          if (a.kind() == Adjustment.Kind.RESET) {
            resets.add(i);
            add(reasons, i, "limits reset: " + a.reason());
          } else if (a.kind() == Adjustment.Kind.LEAVE_OUT) {
            leftOut.add(i);
            add(reasons, i, "left out" + (a.reason().isEmpty() ? "" : ": " + a.reason()));
          } else if (!a.reason().isEmpty()) {
            add(reasons, i, a.reason());
          }
        }
      }
    }
    Map<Integer, String> joined = new TreeMap<>();
    reasons.forEach((i, each) -> joined.put(i, String.join("; ", each)));
    return new MeasureSeries(points, observations, joined, resets, leftOut, breaks);
  }

  /** Says a reason once, however often it is given. */
  private static void add(Map<Integer, Set<String>> reasons, int position, String reason) {
    reasons.computeIfAbsent(position, none -> new LinkedHashSet<>()).add(reason);
  }

  /** The first period with a figure. */
  static <P> Optional<P> first(NavigableMap<P, Observation> figures) {
    return figures.entrySet().stream()
        .filter(entry -> !entry.getValue().isGap())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The months from the first to the last. */
  static List<ReportingPeriod> months(YearMonth first, YearMonth last) {
    List<ReportingPeriod> months = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      months.add(new CalendarMonth(month));
    }
    return List.copyOf(months);
  }

  /** The quarters from the first on that have ended with the last month. */
  static List<ReportingPeriod> quarters(FinancialQuarter first, YearMonth last) {
    List<ReportingPeriod> quarters = new ArrayList<>();
    FinancialQuarter quarter = first;
    while (!quarter.last().isAfter(last)) {
      quarters.add(quarter);
      quarter = FinancialQuarter.of(quarter.last().plusMonths(1));
    }
    return List.copyOf(quarters);
  }

  /** The value at a position, in the measure's unit. */
  public Optional<BigDecimal> value(int position) {
    return observations.get(position).flatMap(Observation::value);
  }

  /** The number of points. */
  public int size() {
    return points.size();
  }

  /** The positions that lie in the reporting period. */
  List<Integer> within(ReportingPeriod reporting) {
    List<Integer> within = new ArrayList<>();
    List<YearMonth> months = reporting.months();
    for (int i = 0; i < points.size(); i++) {
      if (months.contains(points.get(i).last())) {
        within.add(i);
      }
    }
    return within;
  }

  Series values() {
    List<Optional<BigDecimal>> values = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      values.add(value(i));
    }
    return Series.of(values).leavingOut(leftOut).resetAt(resets).breakAt(breaks);
  }
}
