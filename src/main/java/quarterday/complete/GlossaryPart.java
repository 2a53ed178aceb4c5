package quarterday.complete;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import quarterday.edit.CellPlan;
import quarterday.edit.Edit;
import quarterday.edit.Look;
import quarterday.glossary.Glossary;
import quarterday.glossary.GlossaryReview;
import quarterday.glossary.GlossaryTerm;
import quarterday.kpi.Finding;
import quarterday.kpi.GlossaryTab;
import quarterday.kpi.KpiBook;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.ReadingRule;
import quarterday.review.MeasureReview;
import quarterday.review.Review;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;

/**
 * The glossary: an analyst's own tab only gets what is missing, below what stands there; without
 * one there is a sorted tab of ours, in which filled-in meanings and added terms stay.
 */
final class GlossaryPart {
  /** The defined name of what was added to an analyst's glossary. */
  static final String ADDED = "Quarterday.Glossary";

  private static final int TERM = 0;
  private static final int MEANING = 1;

  private final Snapshot snapshot;
  private final Optional<GlossaryTab> tab;
  private final Map<String, String> own = new LinkedHashMap<>();
  private final GlossaryReview review;

  GlossaryPart(Snapshot snapshot, KpiBook book, Review judged, Set<String> settingsSheets) {
    this.snapshot = snapshot;
    this.tab = book.glossary();
    Optional<SheetSnapshot> ours = ours();
    if (tab.isEmpty()) {
      ours.ifPresent(this::readOwn);
    }
    List<String> existing = new ArrayList<>();
    tab.ifPresent(t -> t.entries().forEach(entry -> existing.add(entry.term())));
    this.review = GlossaryReview.of(texts(judged, settingsSheets), existing);
  }

  private Optional<SheetSnapshot> ours() {
    return snapshot
        .named(SheetKind.GLOSSARY.definedName())
        .flatMap(name -> snapshot.sheet(name.sheet()));
  }

  private void readOwn(SheetSnapshot sheet) {
    for (int row : sheet.rows()) {
      String term = sheet.at(row, TERM).content().text().orElse("");
      if (row >= Places.FIRST_ROW && !term.isBlank()) {
        own.put(term, sheet.at(row, MEANING).content().text().orElse(""));
      }
    }
  }

  /** What readers of the completed workbook see, apart from the glossary. */
  private Set<String> texts(Review judged, Set<String> settingsSheets) {
    Set<String> texts = new TreeSet<>();
    Set<String> ours = new TreeSet<>();
    snapshot.names().stream()
        .filter(name -> name.name().startsWith(MeasureTable.SHEET_PREFIX))
        .forEach(name -> ours.add(name.sheet()));
    for (SheetSnapshot sheet : snapshot.sheets()) {
      boolean glossary = tab.filter(t -> t.sheet().equals(sheet.name())).isPresent();
      if (sheet.isHidden()
          || glossary
          || ours.contains(sheet.name())
          || settingsSheets.contains(sheet.name())) {
        continue;
      }
      List<Block> results =
          snapshot.names().stream()
              .filter(n -> n.sheet().equals(sheet.name()))
              .filter(n -> n.name().startsWith(MeasureTable.RESULTS_PREFIX))
              .map(Snapshot.NamedBlock::block)
              .toList();
      for (int row : sheet.rows()) {
        for (int column : sheet.columns(row)) {
          Optional<String> text = sheet.at(row, column).content().text();
          if (text.isPresent()
              && results.stream().noneMatch(block -> block.contains(row, column))) {
            texts.add(text.get());
          }
        }
      }
    }
    for (MeasureReview m : judged.measures()) {
      texts.add(m.exception());
      texts.add(m.why());
      texts.add(m.sentence());
    }
    // The headings that every completed table has.
    texts.addAll(List.of("Mean", "Lower limit", "Upper limit", "Control limit", "Exception"));
    return texts;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    String sheet = tab.map(GlossaryTab::sheet).orElse("");
    Map<String, Integer> rows = rows();
    for (String abbreviation : review.unexplained()) {
      if (own.getOrDefault(abbreviation, "").isBlank()) {
        findings.add(unexplained(sheet, abbreviation, Optional.ofNullable(rows.get(abbreviation))));
      }
    }
    if (tab.isPresent()) {
      Set<String> unused = Set.copyOf(review.unused());
      for (GlossaryTab.Entry entry : tab.get().entries()) {
        if (entry.meaning().isBlank() && !unused.contains(entry.term())) {
          findings.add(unexplained(sheet, entry.term(), Optional.of(entry.row())));
        }
        if (unused.contains(entry.term())) {
          findings.add(
              Finding.at(
                  ReadingRule.UNUSED_TERM,
                  sheet,
                  new Address(entry.row(), tab.get().termColumn()),
                  "",
                  String.format(
                      Locale.ROOT,
                      "\u201c%s\u201d is explained but used nowhere; delete the row if nobody needs it.",
                      entry.term())));
        }
      }
    }
    return findings;
  }

  /** What completing adds to an analyst's own glossary, as far as it explains abbreviations. */
  List<Finding> unlisted() {
    Map<String, Integer> rows = rows();
    return tab.isEmpty()
        ? List.of()
        : review.unlisted().stream()
            .map(
                term ->
                    Finding.at(
                        ReadingRule.UNKNOWN_ABBREVIATION,
                        tab.get().sheet(),
                        new Address(
                            rows.getOrDefault(term, rows.values().stream().findFirst().orElse(0)),
                            tab.get().termColumn()),
                        "",
                        String.format(
                            Locale.ROOT,
                            "%s is used but not explained; write it into the glossary, or complete the workbook, which adds it with the usual meaning.",
                            term)))
            .toList();
  }

  /** The cell that waits for the meaning is the same before and after the term is added. */
  private Finding unexplained(String sheet, String term, Optional<Integer> row) {
    String message =
        String.format(
            Locale.ROOT, "%s is used but not explained; write its meaning in the glossary.", term);
    return row.map(
            at ->
                Finding.at(
                    ReadingRule.UNKNOWN_ABBREVIATION,
                    sheet,
                    new Address(at, tab.orElseThrow().meaningColumn()),
                    "",
                    message))
        .orElseGet(() -> Finding.about(ReadingRule.UNKNOWN_ABBREVIATION, sheet, message));
  }

  /** The rows in which the added terms will stand, below an analyst's own. */
  private Map<String, Integer> rows() {
    Map<String, Integer> rows = new TreeMap<>(GlossaryTerm.READING_ORDER);
    added().forEach(term -> rows.put(term, 0));
    int row = tab.flatMap(t -> snapshot.sheet(t.sheet())).map(SheetSnapshot::lastRow).orElse(0) + 1;
    for (Map.Entry<String, Integer> entry : rows.entrySet()) {
      entry.setValue(row++);
    }
    return rows;
  }

  /** The sheet of ours, unless the analyst has a glossary. */
  Optional<OwnSheet> sheet() {
    if (tab.isPresent()) {
      return Optional.empty();
    }
    Map<String, String> terms = new TreeMap<>(GlossaryTerm.READING_ORDER);
    for (GlossaryTerm term : review.missing()) {
      terms.put(term.term(), term.meaning());
    }
    review.unexplained().forEach(term -> terms.put(term, ""));
    own.forEach(
        (term, meaning) -> {
          boolean writtenByHand = !meaning.isBlank() && !meaning.equals(builtIn(term));
          if (writtenByHand) {
            terms.put(term, meaning);
          }
        });
    List<List<CellPlan>> rows =
        Rows.titled(
            "Glossary",
            "What the terms and abbreviations in this workbook mean.",
            List.of("Term", "Meaning"));
    terms.forEach(
        (term, meaning) ->
            rows.add(
                List.of(
                    CellPlan.text(term, Look.WRAPPED),
                    meaning.isBlank()
                        ? CellPlan.empty(Look.ENTRY)
                        : CellPlan.text(meaning, Look.WRAPPED))));
    return Optional.of(
        new OwnSheet(
            SheetKind.GLOSSARY,
            rows,
            Rows.table(rows),
            List.of(),
            List.of(),
            List.of(34.0, 90.0),
            new Edit.PageLayout(false, Places.HEADER_ROW, 0)));
  }

  private static String builtIn(String term) {
    return Glossary.builtIn().terms().stream()
        .filter(t -> t.term().toLowerCase(Locale.ROOT).equals(term.toLowerCase(Locale.ROOT)))
        .map(GlossaryTerm::meaning)
        .findFirst()
        .orElse("");
  }

  /** The terms that are added below an analyst's own. */
  List<String> added() {
    List<String> added = new ArrayList<>();
    if (tab.isPresent() && isWritable()) {
      review.missing().forEach(term -> added.add(term.term()));
      added.addAll(review.unexplained());
    }
    return added;
  }

  private boolean isWritable() {
    return tab.flatMap(t -> snapshot.sheet(t.sheet())).filter(s -> !s.isLocked()).isPresent();
  }

  /** The edits that add what is missing to an analyst's own tab. */
  List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    if (tab.isEmpty() || added().isEmpty()) {
      return edits;
    }
    GlossaryTab t = tab.get();
    SheetSnapshot sheet = snapshot.sheet(t.sheet()).orElseThrow();
    Map<String, Integer> rows = rows();
    int first = sheet.lastRow() + 1;
    int left = Math.min(t.termColumn(), t.meaningColumn());
    int right = Math.max(t.termColumn(), t.meaningColumn());
    Map<String, String> meanings = new LinkedHashMap<>();
    review.missing().forEach(term -> meanings.put(term.term(), term.meaning()));
    review.unexplained().forEach(term -> meanings.put(term, ""));
    for (Map.Entry<String, Integer> place : rows.entrySet()) {
      String meaning = meanings.getOrDefault(place.getKey(), "");
      int row = place.getValue();
      edits.add(
          new Edit.PutCells(
              t.sheet(),
              new Address(row, t.termColumn()),
              List.of(List.of(CellPlan.text(place.getKey(), Look.WRAPPED)))));
      edits.add(
          new Edit.PutCells(
              t.sheet(),
              new Address(row, t.meaningColumn()),
              List.of(
                  List.of(
                      meaning.isEmpty()
                          ? CellPlan.empty(Look.ENTRY)
                          : CellPlan.text(meaning, Look.WRAPPED)))));
    }
    int last = first + rows.size() - 1;
    int top = snapshot.named(ADDED).map(name -> name.block().top()).orElse(first);
    edits.add(
        new Edit.NameBlock(ADDED, t.sheet(), new Block(Math.min(top, first), left, last, right)));
    return edits;
  }
}
