package quarterday.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import quarterday.kpi.Finding;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.Unit;
import quarterday.review.MeasureReview;
import quarterday.review.Review;
import quarterday.review.State;
import quarterday.sheet.Sketch;

/**
 * Sentences in the style of the reports, tried on a workbook of sixteen measures: sound ones, and
 * the same with one thing wrong.
 */
final class CommentaryTrial {
  /** A measure of the trial and the words for it. */
  record Row(
      String name,
      String unit,
      String rule,
      String better,
      String target,
      String things,
      String verb,
      String months) {}

  /** A commentary cell. */
  record Cell(Row row, String text, Set<String> codes) {
    @Override
    public String toString() {
      return String.join("/", codes) + " " + row.name() + ": " + text;
    }
  }

  static final List<Row> ROWS =
      lines("measures.csv").stream()
          .map(line -> line.split(",", -1))
          .map(c -> new Row(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]))
          .toList();

  private static final Review PLAIN = review(List.of());

  private CommentaryTrial() {}

  /** The lines of a resource without its header. */
  static List<String> lines(String name) {
    try (InputStream in = CommentaryTrial.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sketch sheet(List<Cell> cells) {
    Sketch sheet =
        Sketch.sheet("Performance")
            .row("KPI", "Measure", Sketch.months("2018-04", 27), "Commentary");
    int number = 1;
    for (Row row : ROWS) {
      String text =
          cells.stream().filter(c -> c.row().equals(row)).map(Cell::text).findFirst().orElse("");
      sheet.row("1." + number++, row.name(), Sketch.figures(row.months()), text);
    }
    return sheet;
  }

  static Sketch meanings() {
    Sketch sheet = Sketch.sheet("Measures");
    sheet.row("Measure", "Unit", "Quarter rule", "Better when", "Target");
    for (Row row : ROWS) {
      Object target = row.target().isEmpty() ? "" : Double.valueOf(row.target());
      sheet.row(row.name(), row.unit(), row.rule(), row.better(), target);
    }
    return sheet;
  }

  private static Review review(List<Cell> cells) {
    return Checked.review(sheet(cells), meanings());
  }

  /** The findings about words at each of these cells, which are of different rows. */
  static List<List<Finding>> findings(List<Cell> cells) {
    List<Finding> all = Checked.findings(sheet(cells), meanings());
    return cells.stream()
        .map(
            cell ->
                all.stream()
                    .filter(f -> f.cell().equals("AD" + (ROWS.indexOf(cell.row()) + 2)))
                    .toList())
        .toList();
  }

  static MeasureReview review(Row row) {
    return PLAIN.measures().get(ROWS.indexOf(row));
  }

  /** Whether a kind of sentence is for a row. */
  static boolean fits(String kind, Row row) {
    MeasureReview review = review(row);
    Unit unit = review.measure().unit();
    boolean sum = review.measure().rule() == QuarterRule.SUM;
    boolean fallen = review.previous().change().orElseThrow().signum() < 0;
    return switch (kind) {
      case "count" -> unit == Unit.COUNT && sum;
      case "fallen" -> unit == Unit.COUNT && sum && fallen;
      case "stock" -> !sum && unit == Unit.COUNT;
      case "hours" -> unit == Unit.HOURS;
      case "days" -> unit == Unit.DAYS;
      case "percent" -> unit == Unit.PERCENTAGE;
      case "target" -> !row.target().isEmpty();
      case "stable" -> review.state() == State.STABLE;
      case "stablecount" -> review.state() == State.STABLE && unit == Unit.COUNT && sum;
      case "shift" -> review.state() == State.SHIFT;
      case "point" -> review.state() == State.POINT && row.name().startsWith("Residential");
      case "trend" -> row.name().startsWith("Antisocial");
      case "emails" -> row.name().startsWith("Emails");
      case "events" -> row.name().startsWith("Complaint");
      case "satisfaction" -> row.name().startsWith("Victim");
      case "grade1" -> row.name().startsWith("Grade");
      case "any" -> true;
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static Slots slots(Row row) {
    return Slots.of(review(row), row.things(), row.verb());
  }

  /** Every sentence of a resource on the rows that it is for, at most so many rows each. */
  static List<Cell> sound(String resource, int rows) {
    List<Cell> cells = new ArrayList<>();
    int turn = 0;
    for (String line : lines(resource)) {
      String[] parts = line.split("\\|", 2);
      int made = 0;
      for (int i = 0; i < ROWS.size() && made < rows; i++) {
        Row row = ROWS.get((i + turn) % ROWS.size());
        Optional<String> text = fits(parts[0], row) ? slots(row).fill(parts[1]) : Optional.empty();
        if (text.isPresent()) {
          cells.add(new Cell(row, text.get(), Set.of()));
          made++;
        }
      }
      turn += 3;
    }
    return cells;
  }

  /** Every hand-made mistake of a resource, on one row each. */
  static List<Cell> planted(String resource) {
    List<Cell> cells = new ArrayList<>();
    int turn = 0;
    for (String line : lines(resource)) {
      String[] parts = line.split("\\|", 3);
      for (int i = 0; i < ROWS.size(); i++) {
        Row row = ROWS.get((i + turn) % ROWS.size());
        Optional<String> text = fits(parts[0], row) ? slots(row).fill(parts[2]) : Optional.empty();
        if (text.isPresent()) {
          cells.add(new Cell(row, text.get(), Set.of(parts[1])));
          break;
        }
      }
      turn += 5;
    }
    return cells;
  }

  /** Every sound sentence with one slot wrong, on one row each. */
  static List<Cell> mutated(String resource) {
    List<Cell> cells = new ArrayList<>();
    int turn = 0;
    for (String line : lines(resource)) {
      String[] parts = line.split("\\|", 2);
      for (String slot : Slots.in(parts[1])) {
        Set<String> codes = codes(slot, parts[1]);
        turn++;
        if (codes.isEmpty()) {
          continue;
        }
        for (int i = 0; i < ROWS.size(); i++) {
          Row row = ROWS.get((i + turn) % ROWS.size());
          if (!fits(parts[0], row)) {
            continue;
          }
          Slots slots = slots(row);
          Optional<String> wrong = wrong(slot, slots, turn);
          Optional<String> text = wrong.flatMap(with -> slots.fill(parts[1], slot, with));
          if (text.isPresent() && !text.equals(slots.fill(parts[1]))) {
            cells.add(new Cell(row, text.get(), codes));
            break;
          }
        }
      }
    }
    return cells;
  }

  private static Set<String> codes(String slot, String sentence) {
    String plain =
        slot.endsWith("ago") && !slot.equals("ago") ? slot.substring(0, slot.length() - 3) : slot;
    return switch (plain) {
      case "now" -> sentence.contains("{share}") ? Set.of("V13", "V01") : Set.of("V13");
      case "then", "ago", "hm" -> Set.of("V13");
      case "m1", "m2", "m3" -> Set.of("V13");
      case "diff" -> Set.of("V02");
      case "pct" -> Set.of("V03");
      case "share" -> Set.of("V01");
      case "more",
          "up",
          "rose",
          "risen",
          "rise",
          "increase",
          "higher",
          "fewer",
          "fell",
          "down",
          "sign" ->
          Set.of("V02", "V03");
      case "period", "previous", "lastyear" -> Set.of("V18", "V02", "V13", "V03");
      case "belowtarget" -> Set.of("V11");
      default -> Set.of();
    };
  }

  private static Optional<String> wrong(String slot, Slots slots, int turn) {
    String plain =
        slot.endsWith("ago") && !slot.equals("ago") ? slot.substring(0, slot.length() - 3) : slot;
    return switch (plain) {
      case "now" -> Optional.of(turn % 4 == 0 ? slots.get("then") : number(slots.get(slot), turn));
      case "then", "ago", "m1", "m2", "m3", "diff", "pct", "share", "hm" ->
          Optional.of(number(slots.get(slot), turn));
      case "period" ->
          Optional.of(
              List.of("2019/20 Q4", "quarter three", "2019/20 Q1", "Q2 2019/20").get(turn % 4));
      case "previous" ->
          Optional.of(List.of("2019/20 Q3", "2018/19 Q4", "quarter two").get(turn % 3));
      case "lastyear" -> Optional.of(List.of("2018/19 Q1", "2019/20 Q2").get(turn % 2));
      case "belowtarget" -> Optional.of(slots.get(slot).equals("below") ? "above" : "below");
      default -> opposite(slots.get(slot));
    };
  }

  private static Optional<String> opposite(String word) {
    List<List<String>> pairs =
        List.of(
            List.of("more", "fewer"),
            List.of("up", "down"),
            List.of("rose", "fell"),
            List.of("risen", "fallen"),
            List.of("rise", "fall"),
            List.of("increase", "decrease"),
            List.of("higher", "lower"),
            List.of("+", "-"));
    return pairs.stream()
        .filter(pair -> pair.contains(word))
        .map(pair -> pair.get(1 - pair.indexOf(word)))
        .findFirst();
  }

  /** Another number: digits swapped, a tenth more, or one digit up. */
  private static String number(String text, int turn) {
    char[] digits = text.toCharArray();
    if (turn % 3 == 0) {
      for (int i = 0; i + 1 < digits.length; i++) {
        boolean swap =
            Character.isDigit(digits[i])
                && Character.isDigit(digits[i + 1])
                && digits[i] != digits[i + 1]
                && digits[i + 1] != '0';
        if (swap) {
          char kept = digits[i];
          digits[i] = digits[i + 1];
          digits[i + 1] = kept;
          return new String(digits);
        }
      }
    }
    int[] places =
        IntStream.range(0, digits.length).filter(i -> Character.isDigit(digits[i])).toArray();
    int at = turn % 3 == 1 && places.length > 1 ? places[1] : places[0];
    int digit = digits[at] - '0';
    int by = turn % 2 == 0 ? 2 : 1;
    digits[at] = (char) ('0' + (digit + by > 9 ? digit - by : digit + by));
    return new String(digits);
  }

  /** Cells of different rows together, so that few workbooks hold them all. */
  static List<List<Cell>> workbooks(List<Cell> cells) {
    List<List<Cell>> books = new ArrayList<>();
    for (Cell cell : cells) {
      Optional<List<Cell>> free =
          books.stream()
              .filter(book -> book.stream().noneMatch(c -> c.row().equals(cell.row())))
              .findFirst();
      if (free.isPresent()) {
        free.get().add(cell);
      } else {
        books.add(new ArrayList<>(List.of(cell)));
      }
    }
    return books;
  }

  static Set<String> rules() {
    return Set.copyOf(
        Arrays.asList(
            "V01", "V02", "V03", "V07", "V11", "V13", "V15", "V17", "V18", "V29", "V30", "V31",
            "V36", "V40", "V41", "V43", "V48", "V50", "V54"));
  }
}
