package quarterday.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quarterday.edit.Edit;
import quarterday.edit.EditPlan;
import quarterday.glossary.Glossary;
import quarterday.glossary.GlossaryTerm;
import quarterday.kpi.GlossaryTab;
import quarterday.kpi.KpiReader;
import quarterday.kpi.MeasureTable;
import quarterday.sheet.Block;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;

/**
 * What taking out everything that completing put in comes to: results, sheets, names, rules,
 * widths, untouched glossary terms and the ledger. What is left is what came in.
 *
 * @param plan the changes; none if there is nothing to remove
 * @param skipped the protected sheets on which results had to stay
 */
public record Removed(EditPlan plan, List<String> skipped) {
  /** Copies the list. */
  public Removed {
    skipped = List.copyOf(skipped);
  }

  /** Plans the removal of all that the product added to a workbook. */
  public static Removed from(Snapshot snapshot) {
    List<Edit> edits = new ArrayList<>();
    Set<String> skipped = new TreeSet<>();
    Optional<Ledger> ledger = Ledger.parse(snapshot.ledger());
    for (Snapshot.NamedBlock name : snapshot.names()) {
      if (!name.name().startsWith(MeasureTable.RESULTS_PREFIX)) {
        continue;
      }
      Optional<SheetSnapshot> sheet = snapshot.sheet(name.sheet());
      if (sheet.filter(SheetSnapshot::isLocked).isPresent()) {
        skipped.add(name.sheet());
        continue;
      }
      edits.add(new Edit.DropRules(name.sheet(), name.block()));
      edits.add(new Edit.ClearCells(name.sheet(), name.block()));
      ledger.ifPresent(l -> edits.add(widths(l, name)));
      ledger
          .map(l -> l.heights().get(name.name()))
          .ifPresent(
              height -> edits.add(new Edit.SetHeight(name.sheet(), name.block().top(), height)));
      edits.add(new Edit.DropName(name.name()));
    }
    glossary(snapshot, ledger, edits, skipped);
    for (Snapshot.NamedBlock name : snapshot.names()) {
      if (name.name().startsWith(MeasureTable.SHEET_PREFIX)) {
        edits.add(new Edit.DropSheet(name.sheet()));
        edits.add(new Edit.DropName(name.name()));
      }
    }
    if (!snapshot.ledger().isEmpty() && skipped.isEmpty()) {
      edits.add(new Edit.PutLedger(""));
    }
    return new Removed(new EditPlan(edits), List.copyOf(skipped));
  }

  /** The widths that the columns of the results had before. */
  private static Edit widths(Ledger ledger, Snapshot.NamedBlock name) {
    List<OptionalDouble> widths = new ArrayList<>();
    for (int offset = 0; offset < name.block().columns(); offset++) {
      widths.add(
          ledger
              .widths()
              .getOrDefault(new Ledger.Place(name.name(), offset), OptionalDouble.empty()));
    }
    return new Edit.SetWidths(name.sheet(), name.block().left(), widths);
  }

  /** Added terms go, unless the analyst has changed them. */
  private static void glossary(
      Snapshot snapshot, Optional<Ledger> ledger, List<Edit> edits, Set<String> skipped) {
    Optional<Snapshot.NamedBlock> added = snapshot.named(GlossaryPart.ADDED);
    Optional<GlossaryTab> tab = KpiReader.read(snapshot, Map.of()).glossary();
    if (added.isEmpty() || tab.isEmpty() || !tab.get().sheet().equals(added.get().sheet())) {
      added.ifPresent(name -> edits.add(new Edit.DropName(name.name())));
      return;
    }
    if (snapshot.sheet(tab.get().sheet()).filter(SheetSnapshot::isLocked).isPresent()) {
      skipped.add(tab.get().sheet());
      return;
    }
    Map<String, String> meanings =
        Glossary.builtIn().terms().stream()
            .collect(
                Collectors.toMap(
                    t -> t.term().toLowerCase(Locale.ROOT), GlossaryTerm::meaning, (a, b) -> a));
    Set<String> recorded =
        ledger.map(Ledger::terms).orElse(List.of()).stream()
            .map(term -> term.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    for (GlossaryTab.Entry entry : tab.get().entries()) {
      String term = entry.term().toLowerCase(Locale.ROOT);
      boolean ours =
          recorded.contains(term)
              || added.get().block().contains(entry.row(), tab.get().termColumn());
      if (ours && entry.meaning().equals(meanings.getOrDefault(term, ""))) {
        int left = Math.min(tab.get().termColumn(), tab.get().meaningColumn());
        int right = Math.max(tab.get().termColumn(), tab.get().meaningColumn());
        edits.add(
            new Edit.ClearCells(
                tab.get().sheet(), new Block(entry.row(), left, entry.row(), right)));
      }
    }
    edits.add(new Edit.DropName(GlossaryPart.ADDED));
  }
}
