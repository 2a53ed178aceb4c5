package quarterday.edit;

import java.util.List;
import java.util.OptionalDouble;
import quarterday.sheet.Address;
import quarterday.sheet.Block;

/**
 * One change to a workbook, already computed. A writer carries it out and decides nothing.
 *
 * <p>The vocabulary holds only what both a file writer and Office.js can do.
 *
 * <p>Charts stand on sheets of ours alone, and go with all else on them: {@link ClearSheet} and
 * {@link DropSheet} take them away, and there is no edit that takes away one chart.
 */
public sealed interface Edit {
  /** Shows this edit to one of the methods of a visitor. */
  <T> T accept(Visitor<T> visitor);

  /** Adds an empty sheet after all others. */
  record AddSheet(String sheet, PageLayout page) implements Edit {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.addSheet(this);
    }
  }

  /** Removes a sheet with all that is on it. */
  record DropSheet(String sheet) implements Edit {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.dropSheet(this);
    }
  }

  /**
   * Empties a sheet of ours: cells, table, rules, links, widths, page breaks and charts of ours;
   * the sheet itself stays.
   */
  record ClearSheet(String sheet) implements Edit {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.clearSheet(this);
    }
  }

  /**
   * Writes a rectangle of cells, row by row; all rows are equally long.
   *
   * @param at the top left cell
   */
  record PutCells(String sheet, Address at, List<List<CellPlan>> rows) implements Edit {
    /** The cells written. */
    public Block block() {
      return Block.of(at, rows.size(), rows.get(0).size());
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.putCells(this);
    }
  }

  /** Takes away what the cells hold and how they look. */
  record ClearCells(String sheet, Block block) implements Edit {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.clearCells(this);
    }
  }

  /** Defines a name for a block, or moves a name that exists. */
  record NameBlock(String name, String sheet, Block block) implements Edit {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.nameBlock(this);
    }
  }

  /** Removes a defined name. */
  record DropName(String name) implements Edit {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.dropName(this);
    }
  }

  /** Marks cells on a sheet of ours as a table, whose first row is its header. */
  record MarkTable(String sheet, Block block, String name) implements Edit {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.markTable(this);
    }
  }

  /** Gives cells rules that colour them; the first rule that holds wins. */
  record PutRules(String sheet, Block block, List<Rule> rules) implements Edit {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.putRules(this);
    }
  }

  /** Removes the rules that lie wholly inside the block. */
  record DropRules(String sheet, Block block) implements Edit {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.dropRules(this);
    }
  }

  /** Sets the width of neighbouring columns in characters; an empty one gets the default width. */
  record SetWidths(String sheet, int firstColumn, List<OptionalDouble> widths) implements Edit {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.setWidths(this);
    }
  }

  /** Fixes the height of a row in points; an empty one lets the row fit its lines again. */
  record SetHeight(String sheet, int row, OptionalDouble points) implements Edit {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.setHeight(this);
    }
  }

  /** Makes cells lead to other cells of the workbook. */
  record PutLinks(String sheet, List<Link> links) implements Edit {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.putLinks(this);
    }
  }

  /** Draws a chart on a sheet of ours. */
  record PutChart(String sheet, ChartPlan chart) implements Edit {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.putChart(this);
    }
  }

  /** Starts a new printed page before each of these rows of a sheet of ours. */
  record BreakPages(String sheet, List<Integer> rows) implements Edit {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.breakPages(this);
    }
  }

  /** Records what the completion knew, in a part of its own; empty removes the part. */
  record PutLedger(String xml) implements Edit {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.putLedger(this);
    }
  }

  /**
   * A rule that colours a cell when its formula holds.
   *
   * @param formula written for the block's first cell, without an equals sign
   * @param look a look made for rules
   */
  record Rule(String formula, Look look) {}

  /**
   * A link inside the workbook.
   *
   * @param at the cell that leads
   * @param target where to, such as {@code 'Engagement'!$B$7}
   * @param tip what a reader is told about it
   */
  record Link(Address at, String target, String tip) {}

  /**
   * How a sheet of ours is shown and printed: A4, one page wide.
   *
   * @param landscape whether the page lies on its side
   * @param headerRow the zero-based row repeated on each page and kept in view; -1 for none
   * @param headerColumns how many columns are kept in view
   */
  record PageLayout(boolean landscape, int headerRow, int headerColumns) {}

  /** One method for each edit. */
  interface Visitor<T> {
    T addSheet(AddSheet edit);

    T dropSheet(DropSheet edit);

    T clearSheet(ClearSheet edit);

    T putCells(PutCells edit);

    T clearCells(ClearCells edit);

    T nameBlock(NameBlock edit);

    T dropName(DropName edit);

    T markTable(MarkTable edit);

    T putRules(PutRules edit);

    T dropRules(DropRules edit);

    T setWidths(SetWidths edit);

    T setHeight(SetHeight edit);

    T putLinks(PutLinks edit);

    T putChart(PutChart edit);

    T breakPages(BreakPages edit);

    T putLedger(PutLedger edit);
  }
}
