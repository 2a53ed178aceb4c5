package quarterday.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import quarterday.sheet.Address;
import quarterday.sheet.Block;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;

/**
 * What a plan means: the workbook that a reader finds after the plan was carried out. The writers
 * are measured against it.
 */
public final class Meaning implements Edit.Visitor<Void> {
  private final Map<String, SheetSnapshot> sheets = new LinkedHashMap<>();
  private final Map<String, Snapshot.NamedBlock> names = new LinkedHashMap<>();
  private final Snapshot before;
  private String ledger;

  private Meaning(Snapshot before) {
    this.before = before;
    before.sheets().forEach(sheet -> sheets.put(sheet.name(), sheet));
    before.names().forEach(name -> names.put(name.name(), name));
    ledger = before.ledger();
  }

  /** The workbook after the plan. */
  public static Snapshot apply(Snapshot before, EditPlan plan) {
    Meaning meaning = new Meaning(before);
    plan.edits().forEach(edit -> edit.accept(meaning));
    return new Snapshot(
        new ArrayList<>(meaning.sheets.values()),
        new ArrayList<>(meaning.names.values()),
        before.dates1904(),
        before.structureLocked(),
        meaning.ledger);
  }

  @Override
  public Void addSheet(Edit.AddSheet edit) {
    if (sheets.putIfAbsent(edit.sheet(), SheetSnapshot.named(edit.sheet()).build()) != null) {
      throw new IllegalStateException("A sheet has this name already: " + edit.sheet());
    }
    return null;
  }

  @Override
  public Void dropSheet(Edit.DropSheet edit) {
    sheet(edit.sheet());
    sheets.remove(edit.sheet());
    return null;
  }

  @Override
  public Void clearSheet(Edit.ClearSheet edit) {
    sheet(edit.sheet());
    return put(SheetSnapshot.named(edit.sheet()));
  }

  @Override
  public Void putCells(Edit.PutCells edit) {
    SheetSnapshot.Builder builder = sheet(edit.sheet()).edit();
    for (int r = 0; r < edit.rows().size(); r++) {
      List<CellPlan> row = edit.rows().get(r);
      for (int c = 0; c < row.size(); c++) {
        Address at = edit.at().down(r).right(c);
        builder.put(at.row(), at.column(), row.get(c).snapshot());
        builder.formattedTo(at.row(), at.column());
      }
    }
    return put(builder);
  }

  @Override
  public Void clearCells(Edit.ClearCells edit) {
    SheetSnapshot old = sheet(edit.sheet());
    SheetSnapshot.Builder builder = SheetSnapshot.named(edit.sheet());
    Block block = edit.block();
    for (int row : old.rows()) {
      for (int column : old.columns(row)) {
        if (!block.contains(row, column)) {
          builder.put(row, column, old.at(row, column));
        }
      }
      int last = old.lastColumn(row);
      boolean cleared = row >= block.top() && row <= block.bottom() && last <= block.right();
      if (!cleared || last < block.left()) {
        builder.formattedTo(row, last);
      }
    }
    builder.hidden(old.isHidden()).locked(old.isLocked());
    old.merged().forEach(builder::merge);
    old.hiddenRows().forEach(builder::hideRow);
    old.hiddenColumns().forEach(builder::hideColumn);
    old.tables().forEach(builder::table);
    old.widths().forEach(builder::width);
    old.heights().forEach(builder::height);
    old.charts().forEach(builder::chart);
    return put(builder);
  }

  @Override
  public Void nameBlock(Edit.NameBlock edit) {
    sheet(edit.sheet());
    names.put(edit.name(), new Snapshot.NamedBlock(edit.name(), edit.sheet(), edit.block()));
    return null;
  }

  @Override
  public Void dropName(Edit.DropName edit) {
    if (names.remove(edit.name()) == null) {
      throw new IllegalStateException("No such name: " + edit.name());
    }
    return null;
  }

  @Override
  public Void markTable(Edit.MarkTable edit) {
    return put(
        sheet(edit.sheet())
            .edit()
            .table(new SheetSnapshot.TableSnapshot(edit.name(), edit.block(), true)));
  }

  @Override
  public Void putRules(Edit.PutRules edit) {
    sheet(edit.sheet());
    return null;
  }

  @Override
  public Void dropRules(Edit.DropRules edit) {
    sheet(edit.sheet());
    return null;
  }

  @Override
  public Void setWidths(Edit.SetWidths edit) {
    SheetSnapshot.Builder builder = sheet(edit.sheet()).edit();
    int column = edit.firstColumn();
    for (OptionalDouble width : edit.widths()) {
      if (width.isPresent()) {
        builder.width(column, width.getAsDouble());
      } else {
        builder.noWidth(column);
      }
      column++;
    }
    return put(builder);
  }

  @Override
  public Void setHeight(Edit.SetHeight edit) {
    SheetSnapshot.Builder builder = sheet(edit.sheet()).edit();
    return put(
        edit.points().isPresent()
            ? builder.height(edit.row(), edit.points().getAsDouble())
            : builder.noHeight(edit.row()));
  }

  @Override
  public Void putLinks(Edit.PutLinks edit) {
    sheet(edit.sheet());
    return null;
  }

  @Override
  public Void putChart(Edit.PutChart edit) {
    return put(sheet(edit.sheet()).edit().chart(edit.chart().snapshot()));
  }

  @Override
  public Void breakPages(Edit.BreakPages edit) {
    sheet(edit.sheet());
    return null;
  }

  @Override
  public Void putLedger(Edit.PutLedger edit) {
    ledger = edit.xml();
    return null;
  }

  private SheetSnapshot sheet(String name) {
    SheetSnapshot sheet = sheets.get(name);
    if (sheet == null) {
      throw new IllegalStateException("No such sheet: " + name + " in " + before.sheets());
    }
    return sheet;
  }

  private Void put(SheetSnapshot.Builder builder) {
    SheetSnapshot sheet = builder.build();
    sheets.put(sheet.name(), sheet);
    return null;
  }
}
