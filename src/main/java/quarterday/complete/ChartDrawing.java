package quarterday.complete;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import quarterday.edit.ChartPlan;
import quarterday.kpi.Unit;
import quarterday.review.MeasureReview;
import quarterday.review.Shown;
import quarterday.sheet.Block;
import quarterday.sheet.Content;

/** One measure's chart: scale, labels and room for them, and what it says to whoever cannot see. */
final class ChartDrawing {
  /** Labels closer than this, as a share of the axis, would lie upon each other. */
  private static final double TOO_CLOSE = 0.065;

  /** The width of a letter in a label, as a share of the chart's width. */
  private static final double LETTER = 0.0079;

  /** The most labels of months along the bottom. */
  private static final int MOST_MONTHS = 12;

  /** The most labels of quarters, which are longer. */
  private static final int MOST_QUARTERS = 7;

  /** Titles longer than this take two lines. */
  private static final int TITLE_LINE = 88;

  /** No title is longer: three lines would cover the lines that are drawn. */
  private static final int TITLE = 160;

  private static final List<Integer> MONTHS_APART = List.of(1, 2, 3, 6, 12, 24, 60);
  private static final List<Integer> QUARTERS_APART = List.of(1, 2, 4, 8, 20);

  private final MeasureReview m;
  private final Plotted plotted;
  private final Places places;
  private final Shown shown;
  private final List<Plotted.Strand> strands;
  private final ChartScale scale;

  ChartDrawing(MeasureReview m, Plotted plotted, Places places) {
    this.m = m;
    this.plotted = plotted;
    this.places = places;
    this.shown = new Shown(places.review().settings());
    this.strands = plotted.strands();
    double low = figures().min().orElse(0);
    double high = figures().max().orElse(0);
    OptionalDouble most =
        m.measure().isPercentage() && m.highest().isPresent()
            ? OptionalDouble.of(SpcDataSheet.shown(m, m.highest().get()))
            : OptionalDouble.empty();
    this.scale = ChartScale.of(low, high, most, m.measure().unit() == Unit.COUNT);
  }

  private DoubleStream figures() {
    return strands.stream()
        .flatMap(strand -> strand.now().stream())
        .flatMapToDouble(OptionalDouble::stream);
  }

  /** {@code Violence with injury: above the upper limit in June 2020}. */
  static String title(MeasureReview m) {
    String finding = m.exception().substring(m.exception().indexOf(' ') + 1);
    finding = finding.replaceFirst(", (worse|better|changed)$", "");
    finding = ": " + finding.substring(0, 1).toLowerCase(Locale.ROOT) + finding.substring(1);
    return name(m, TITLE - finding.length()) + finding;
  }

  /** The measure's name, cut where it is longer than this. */
  static String name(MeasureReview m, int most) {
    String name = m.measure().name().strip().replaceAll("\\s+", " ");
    return name.length() <= most ? name : name.substring(0, Math.max(1, most - 1)) + "\u2026";
  }

  /** The chart over a row of its sheet, in which its title stands too. */
  ChartPlan plan(int number, String sheet, int row) {
    String title = title(m);
    List<ChartPlan.SeriesPlan> series = new ArrayList<>();
    for (Plotted.Strand strand : strands) {
      series.add(
          new ChartPlan.SeriesPlan(
              strand.name(),
              strand.look(),
              strand.cells(),
              strand.now(),
              strand.format(),
              labels(strand)));
    }
    Block cell = new Block(row, 0, row, 0);
    return new ChartPlan(
        ChartPlan.PREFIX + number,
        cell,
        new ChartPlan.Cells(sheet, cell),
        title,
        description(),
        periods(),
        new ChartPlan.Scale(
            unit(),
            Formats.scale(m.row(), scale.decimals()),
            scale.least(),
            scale.most(),
            scale.step()),
        frame(title, series),
        series);
  }

  private ChartPlan.Periods periods() {
    List<Content> now = new ArrayList<>();
    for (int i = 0; i < plotted.size(); i++) {
      now.add(places.period(m.series().points().get(plotted.first() + i)));
    }
    boolean dates = !m.row().isQuarterly();
    List<Integer> apart = dates ? MONTHS_APART : QUARTERS_APART;
    int most = dates ? MOST_MONTHS : MOST_QUARTERS;
    int every =
        apart.stream()
            .filter(each -> (plotted.size() + each - 1) / each <= most)
            .findFirst()
            .orElse(apart.get(apart.size() - 1));
    return new ChartPlan.Periods(
        plotted.column(SpcDataSheet.MONTH), dates, now, Formats.MONTH, every);
  }

  private String unit() {
    String period = m.row().isQuarterly() ? " a quarter" : " a month";
    return switch (m.measure().unit()) {
      case COUNT -> noun() + period;
      case PERCENTAGE -> "Per cent";
      case POUNDS -> "Pounds" + period;
      case RATE, HOURS, DAYS, MINUTES, SECONDS -> m.measure().unit().label();
    };
  }

  private String noun() {
    String noun = m.measure().noun();
    return !noun.isEmpty() && noun.length() <= 24
        ? noun.substring(0, 1).toUpperCase(Locale.UK) + noun.substring(1)
        : "Number";
  }

  // Labels

  private List<ChartPlan.LabelPlan> labels(Plotted.Strand strand) {
    return switch (strand.role()) {
      case RESET -> resets(strand);
      case VALUES, SPECIAL -> lastFigure(strand);
      case UPPER, LOWER, MEAN -> lineEnd(strand);
    };
  }

  /**
   * The last figure is labelled where its point is uppermost, or the shape would hide the label.
   */
  private List<ChartPlan.LabelPlan> lastFigure(Plotted.Strand strand) {
    int last =
        strands.stream()
            .filter(one -> one.role() == Plotted.Role.VALUES)
            .mapToInt(Plotted.Strand::last)
            .findFirst()
            .orElse(-1);
    Optional<Plotted.Strand> uppermost =
        strands.stream()
            .filter(one -> one.role() == Plotted.Role.VALUES || one.role() == Plotted.Role.SPECIAL)
            .filter(one -> last >= 0 && one.now().get(last).isPresent())
            .reduce((below, above) -> above);
    return uppermost.filter(strand::equals).isEmpty()
        ? List.of()
        : List.of(
            new ChartPlan.LabelPlan(
                last,
                ChartPlan.LabelText.VALUE,
                besideLines(last, strand.now().get(last).getAsDouble())));
  }

  /** On the side that the figures do not come from. */
  private List<ChartPlan.LabelPlan> resets(Plotted.Strand strand) {
    List<ChartPlan.LabelPlan> labels = new ArrayList<>();
    for (int i = 0; i < strand.now().size(); i++) {
      if (strand.now().get(i).isPresent()) {
        double here = strand.now().get(i).getAsDouble();
        boolean below = at(Plotted.Role.MEAN, i).filter(mean -> here < mean).isPresent();
        labels.add(
            new ChartPlan.LabelPlan(
                i,
                ChartPlan.LabelText.NAME,
                below ? ChartPlan.LabelPlace.BELOW : ChartPlan.LabelPlace.ABOVE));
      }
    }
    return labels;
  }

  /** Mean and limits are named where they end, if they reach the end and have room there. */
  private List<ChartPlan.LabelPlan> lineEnd(Plotted.Strand strand) {
    int end = plotted.size() - 1;
    Optional<Double> mean = at(Plotted.Role.MEAN, end);
    if (strand.now().get(end).isEmpty()) {
      return List.of();
    }
    double here = strand.now().get(end).getAsDouble();
    boolean upper = strand.role() == Plotted.Role.UPPER;
    ChartPlan.LabelPlace place = ChartPlan.LabelPlace.RIGHT;
    if (strand.role() == Plotted.Role.MEAN) {
      if ((isNarrow() && figureBeside(here)) || givesWay(here, true) || givesWay(here, false)) {
        return List.of();
      }
    } else if (mean.isPresent() && scale.apart(mean.get(), here) < TOO_CLOSE) {
      boolean onTheAxis = !upper && scale.apart(here, scale.bottom()) < TOO_CLOSE;
      if (here == mean.get() || onTheAxis) {
        return List.of();
      }
      if (!isExceeded(here, upper)) {
        place = upper ? ChartPlan.LabelPlace.ABOVE : ChartPlan.LabelPlace.BELOW;
      }
    }
    return List.of(new ChartPlan.LabelPlan(end, ChartPlan.LabelText.BOTH, place));
  }

  /**
   * Whether the mean's label makes room for that of a limit, which the last figure keeps beside it.
   */
  private boolean givesWay(double mean, boolean upper) {
    return at(upper ? Plotted.Role.UPPER : Plotted.Role.LOWER, plotted.size() - 1)
        .filter(limit -> limit != mean && scale.apart(limit, mean) < TOO_CLOSE)
        .filter(limit -> isExceeded(limit, upper))
        .isPresent();
  }

  /** Whether the last figure lies just beyond a limit, where the limit's label would be. */
  private boolean isExceeded(double limit, boolean upper) {
    return figureAt(plotted.size() - 1)
        .filter(figure -> upper ? figure > limit : figure < limit)
        .filter(figure -> scale.apart(figure, limit) < 2 * TOO_CLOSE)
        .isPresent();
  }

  /** Whether the limits end so close to each other that nothing else has room between. */
  private boolean isNarrow() {
    int end = plotted.size() - 1;
    Optional<Double> upper = at(Plotted.Role.UPPER, end);
    Optional<Double> lower = at(Plotted.Role.LOWER, end);
    return upper.isPresent()
        && lower.isPresent()
        && upper.get() > lower.get()
        && scale.apart(upper.get(), lower.get()) < 2 * TOO_CLOSE;
  }

  /** Whether the last figure is at the end and as good as here. */
  private boolean figureBeside(double here) {
    return figureAt(plotted.size() - 1)
        .filter(figure -> scale.apart(figure, here) < TOO_CLOSE)
        .isPresent();
  }

  private Optional<Double> figureAt(int point) {
    return at(Plotted.Role.VALUES, point).or(() -> at(Plotted.Role.SPECIAL, point));
  }

  /** Where a line or a point is at a period. */
  private Optional<Double> at(Plotted.Role role, int point) {
    return strands.stream()
        .filter(strand -> strand.role() == role)
        .map(strand -> strand.now().get(point))
        .filter(OptionalDouble::isPresent)
        .map(OptionalDouble::getAsDouble)
        .findFirst();
  }

  /** The last figure stands right of its point, unless a line's label is there. */
  private ChartPlan.LabelPlace besideLines(int last, double here) {
    int end = plotted.size() - 1;
    boolean free =
        Stream.of(Plotted.Role.UPPER, Plotted.Role.MEAN, Plotted.Role.LOWER)
            .flatMap(role -> at(role, end).stream())
            .allMatch(line -> scale.apart(here, line) >= TOO_CLOSE);
    if (last == end && (free || isNarrow())) {
      return ChartPlan.LabelPlace.RIGHT;
    }
    // On the side that the line of figures does not come from, if nothing else is there.
    boolean rises = last == 0 || figureAt(last - 1).filter(before -> before > here).isEmpty();
    boolean onlyTheOther = !isClear(here, rises) && isClear(here, !rises);
    boolean above = onlyTheOther ? !rises : rises;
    return above ? ChartPlan.LabelPlace.ABOVE : ChartPlan.LabelPlace.BELOW;
  }

  /** Whether a label just above a point, or just below it, is crossed by no line and no axis. */
  private boolean isClear(double here, boolean above) {
    double side = above ? 1 : -1;
    boolean room = scale.apart(here, above ? scale.top() : scale.bottom()) >= TOO_CLOSE;
    return room
        && Stream.of(Plotted.Role.UPPER, Plotted.Role.MEAN, Plotted.Role.LOWER)
            .flatMap(role -> at(role, plotted.size() - 1).stream())
            .filter(line -> (line - here) * side > 0)
            .mapToDouble(line -> scale.apart(here, line))
            .noneMatch(gap -> gap > TOO_CLOSE / 4 && gap < TOO_CLOSE * 1.2);
  }

  /** Room for the labels on both sides, the title above, months and legend below. */
  private ChartPlan.Frame frame(String title, List<ChartPlan.SeriesPlan> series) {
    int right = 0;
    for (int i = 0; i < strands.size(); i++) {
      for (ChartPlan.LabelPlan label : series.get(i).labels()) {
        if (label.at() == ChartPlan.LabelPlace.RIGHT) {
          String name = label.text() == ChartPlan.LabelText.BOTH ? strands.get(i).name() + " " : "";
          double figure = strands.get(i).now().get(label.point()).getAsDouble();
          right = Math.max(right, name.length() + length(figure, 1));
        }
      }
    }
    int left =
        Math.max(length(scale.top(), scale.decimals()), length(scale.bottom(), scale.decimals()));
    boolean legend = series.stream().anyMatch(one -> one.look().isExplained());
    double x = 0.045 + left * LETTER;
    double y = title.length() > TITLE_LINE ? 0.2 : 0.14;
    return new ChartPlan.Frame(
        x, y, 1 - x - 0.025 - Math.max(right, 4) * LETTER, (legend ? 0.79 : 0.87) - y);
  }

  /** About how many letters a figure has as shown. */
  private int length(double figure, int decimals) {
    int sign = m.measure().unit() == Unit.POUNDS ? 1 : 0;
    return sign + String.format(Locale.ROOT, "%,." + decimals + "f", figure).length();
  }

  // Words

  private String description() {
    List<String> parts = new ArrayList<>();
    String from = m.series().points().get(plotted.first()).label();
    int last = plotted.first() + plotted.size() - 1;
    String to = m.series().points().get(last).label();
    parts.add(
        String.format(
            Locale.ROOT,
            "Line chart of %s (%s), %s to %s",
            name(m, TITLE),
            unit().toLowerCase(Locale.UK),
            from,
            to));
    m.series()
        .value(last)
        .ifPresent(value -> parts.add("In " + to + ": " + shown.figure(value, m.measure().unit())));
    m.mean().ifPresent(mean -> parts.add("Mean " + figure(mean)));
    if (m.shownLower().isPresent() && m.shownUpper().isPresent()) {
      parts.add("Limits " + figure(m.shownLower().get()) + " to " + figure(m.shownUpper().get()));
    }
    parts.add(m.exception().substring(m.exception().indexOf(' ') + 1));
    for (int position = plotted.first() + 1; position <= last; position++) {
      String reason = m.series().reasons().getOrDefault(position, "");
      if (m.series().resets().contains(position) || m.series().leftOut().contains(position)) {
        parts.add(m.series().points().get(position).label() + ": " + reason);
      }
    }
    return String.join(". ", parts) + ".";
  }

  private String figure(double value) {
    return shown.figure(BigDecimal.valueOf(value), m.measure().unit());
  }
}
