package quarterday.kpi;

import java.util.List;
import quarterday.sheet.Block;

/**
 * A sheet with the headings Term and Meaning.
 *
 * @param sheet its name
 * @param block header row and entries
 * @param termColumn the column of the terms
 * @param meaningColumn the column of the meanings
 * @param entries the entries, from the top
 */
public record GlossaryTab(
    String sheet, Block block, int termColumn, int meaningColumn, List<Entry> entries) {
  /** Copies the list. */
  public GlossaryTab {
    entries = List.copyOf(entries);
  }

  /** A term and its meaning, in its row. */
  public record Entry(int row, String term, String meaning) {}
}
