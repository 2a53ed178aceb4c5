package quarterday.complete;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import quarterday.check.Checks;
import quarterday.check.Prompt;
import quarterday.edit.CellPlan;
import quarterday.edit.Edit;
import quarterday.edit.Look;
import quarterday.kpi.Adjustment;
import quarterday.kpi.Finding;
import quarterday.kpi.KpiBook;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.ReportingPeriod;
import quarterday.kpi.Severity;
import quarterday.review.MeasureReview;
import quarterday.review.Review;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.Interruption;
import quarterday.sheet.SheetSnapshot;

/**
 * The sheet {@code Checks}: every finding with a link to its cell and room for a reason to accept
 * it as it is, and below them what only a person can judge. A reason stays while message and cell
 * stay what they were.
 */
final class ChecksSheet {
  private static final int CELL = 3;
  private static final int REVIEWED = 7;
  private static final int ID = 8;

  private static final List<String> HEADINGS =
      List.of(
          "Severity",
          "Code",
          "Sheet",
          "Cell",
          "Measure",
          "Finding",
          "Suggestion",
          "Reviewed",
          "Id");

  private static final List<Double> WIDTHS =
      List.of(11.0, 7.0, 22.0, 8.0, 34.0, 78.0, 16.0, 44.0, 10.0);

  private record Row(String id, Finding finding) {}

  /** A row of one of the analyst's sheets; tables side by side share it. */
  private record SheetRow(String sheet, int row) {}

  private final Places places;
  private final Review review;
  private final Map<String, String> written = new LinkedHashMap<>();
  private final Map<String, String> remembered = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final Map<SheetRow, List<MeasureReview>> byRow = new HashMap<>();

  /**
   * @param found all that was found in the workbook
   * @param before what the last completion recorded
   */
  ChecksSheet(Places places, KpiBook book, List<Finding> found, Optional<Ledger> before) {
    this.places = places;
    this.review = places.review();
    for (MeasureReview m : review.measures()) {
      SheetRow row = new SheetRow(m.table().sheet(), m.row().row());
      byRow.computeIfAbsent(row, key -> new ArrayList<>()).add(m);
    }
    before.ifPresent(ledger -> remembered.putAll(ledger.accepted()));
    places
        .snapshot()
        .named(SheetKind.CHECKS.definedName())
        .flatMap(name -> places.snapshot().sheet(name.sheet()))
        .ifPresent(this::readReasons);
    remembered.forEach(written::putIfAbsent);
    Map<String, Row> byId = new LinkedHashMap<>();
    for (Finding finding : Checks.inOrder(found, places.snapshot())) {
      Interruption.heed();
      String id = id(finding);
      String reason = written.getOrDefault(id, "");
      Finding shown =
          reason.isBlank()
              ? note(finding, book).map(finding::accepted).orElse(finding)
              : finding.accepted(reason);
      byId.put(id, new Row(id, shown));
    }
    byId.values().stream().filter(row -> !row.finding().isAccepted()).forEach(rows::add);
    byId.values().stream().filter(row -> row.finding().isAccepted()).forEach(rows::add);
  }

  private void readReasons(SheetSnapshot sheet) {
    for (int row : sheet.rows()) {
      String id = sheet.at(row, ID).content().text().orElse("");
      if (row >= Places.FIRST_ROW && !id.isEmpty()) {
        // A reason that was taken out again counts no more, whatever the ledger remembers.
        remembered.remove(id);
        written.put(id, text(sheet.at(row, REVIEWED)));
      }
    }
  }

  private static String text(CellSnapshot cell) {
    return cell.content()
        .text()
        .map(String::strip)
        .orElseGet(
            () ->
                cell.content().number().isPresent()
                    ? Double.toString(cell.content().number().getAsDouble())
                    : "");
  }

  /**
   * What a finding rests on, in eight letters: its rule, measure, sentence and its cell's content.
   */
  private String id(Finding finding) {
    String content =
        finding.cell().isEmpty()
            ? ""
            : places
                .snapshot()
                .sheet(finding.sheet())
                .map(sheet -> sheet.at(Address.parse(finding.cell())).content().toString())
                .orElse("");
    return id(finding.code(), finding.sheet(), finding.measure(), finding.message(), content);
  }

  private static String id(String... parts) {
    CRC32 sum = new CRC32();
    sum.update(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }

  /**
   * The reason of a note on the Adjustments sheet that accepts a finding: one for its measure and
   * the month of its cell or, where it speaks of the measure as a whole, a month reported now.
   */
  private Optional<String> note(Finding finding, KpiBook book) {
    if (finding.measure().isEmpty() || finding.cell().isEmpty()) {
      return Optional.empty();
    }
    Address cell = Address.parse(finding.cell());
    return byRow.getOrDefault(new SheetRow(finding.sheet(), cell.row()), List.of()).stream()
        .filter(m -> m.measure().name().equals(finding.measure()))
        .findFirst()
        .flatMap(
            m -> {
              Set<YearMonth> months = months(m.table(), cell);
              return book.adjustments().stream()
                  .filter(a -> a.kind() == Adjustment.Kind.NOTE && !a.reason().isBlank())
                  .filter(a -> a.measure().equals(m.measure().id()))
                  .filter(a -> months.contains(a.month()))
                  .map(Adjustment::reason)
                  .findFirst();
            });
  }

  private Set<YearMonth> months(MeasureTable table, Address cell) {
    ReportingPeriod column = table.periods().get(cell.column());
    if (column != null) {
      return new HashSet<>(column.months());
    }
    return cell.column() == table.measureColumn()
        ? new HashSet<>(review.period().months())
        : Set.of();
  }

  /** All findings, the accepted ones with their reasons. */
  List<Finding> findings() {
    return rows.stream().map(Row::finding).toList();
  }

  /** The reasons to be recorded: those in force, and those of findings that may come back. */
  Map<String, String> accepted() {
    Map<String, String> accepted = new LinkedHashMap<>();
    Set<String> prompts = new HashSet<>();
    Prompt.of(review).forEach(prompt -> prompts.add(id(prompt)));
    written.forEach(
        (id, reason) -> {
          if (!reason.isBlank() && !prompts.contains(id)) {
            accepted.put(id, reason);
          }
        });
    return accepted;
  }

  OwnSheet sheet() {
    List<List<CellPlan>> cells =
        Rows.titled("Checks for " + review.period().label(), note(), HEADINGS);
    List<Edit.Link> links = new ArrayList<>();
    for (Row row : rows) {
      Finding finding = row.finding();
      if (!finding.cell().isEmpty()) {
        links.add(
            new Edit.Link(
                new Address(cells.size(), CELL),
                Block.quoted(finding.sheet()) + "!" + finding.cell(),
                "Go to " + finding.cell() + " on " + finding.sheet()));
      }
      cells.add(row(row));
    }
    for (Prompt prompt : Prompt.of(review)) {
      cells.add(
          List.of(
              CellPlan.text("prompt", Look.WRAPPED),
              CellPlan.text(prompt.code(), Look.WRAPPED),
              CellPlan.empty(Look.WRAPPED),
              CellPlan.empty(Look.WRAPPED),
              CellPlan.empty(Look.WRAPPED),
              CellPlan.text(prompt.question(), Look.WRAPPED),
              CellPlan.empty(Look.WRAPPED),
              entry(written.getOrDefault(id(prompt), "")),
              CellPlan.text(id(prompt), Look.WRAPPED)));
    }
    return new OwnSheet(
        SheetKind.CHECKS,
        cells,
        Rows.table(cells),
        List.of(),
        links,
        WIDTHS,
        new Edit.PageLayout(true, Places.HEADER_ROW, 0));
  }

  private String id(Prompt prompt) {
    return id(prompt.code(), review.period().label(), prompt.question());
  }

  private String note() {
    long errors = count(Severity.ERROR);
    long warnings = count(Severity.WARNING);
    String found =
        errors + warnings == 0
            ? "No errors and no warnings."
            : String.format(
                Locale.ROOT,
                "%s and %s.",
                errors == 1 ? "1 error" : errors + " errors",
                warnings == 1 ? "1 warning" : warnings + " warnings");
    return found
        + " Mend what is wrong in its cell. What is right as it stands is accepted by a reason in the yellow column, until its cell or sentence changes.";
  }

  private long count(Severity severity) {
    return rows.stream().filter(row -> row.finding().severity() == severity).count();
  }

  private List<CellPlan> row(Row row) {
    Finding finding = row.finding();
    String reason = written.getOrDefault(row.id(), "");
    String message =
        finding.isAccepted() && reason.isBlank()
            ? finding.message() + " Accepted on Adjustments: " + finding.accepted()
            : finding.message();
    return List.of(
        CellPlan.text(finding.isAccepted() ? "accepted" : finding.severity().label(), Look.WRAPPED),
        CellPlan.text(finding.code(), Look.WRAPPED),
        CellPlan.text(finding.sheet(), Look.WRAPPED),
        CellPlan.text(finding.cell(), finding.cell().isEmpty() ? Look.WRAPPED : Look.LINK),
        CellPlan.text(finding.measure(), Look.WRAPPED),
        CellPlan.text(message, Look.WRAPPED),
        CellPlan.text(finding.suggestion(), Look.WRAPPED),
        entry(reason),
        CellPlan.text(row.id(), Look.WRAPPED));
  }

  private static CellPlan entry(String words) {
    return words.isBlank()
        ? CellPlan.empty(Look.ENTRY)
        : new CellPlan(Content.of(words), "", CellSnapshot.GENERAL, Look.ENTRY);
  }
}
