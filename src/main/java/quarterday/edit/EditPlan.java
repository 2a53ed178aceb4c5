package quarterday.edit;

import java.util.List;
import quarterday.sheet.UnusableInput;

/**
 * All changes to a workbook, in the order in which they are made.
 *
 * @param edits the changes; none means that the workbook is as it should be
 */
public record EditPlan(List<Edit> edits) {
  /** Copies the list. */
  public EditPlan {
    edits = List.copyOf(edits);
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return edits.isEmpty();
  }

  /**
   * Refuses a plan by which sheets come or go.
   *
   * @throws UnusableInput if this is one; a protected structure allows none
   */
  public void requireSameSheets() throws UnusableInput {
    if (edits.stream().anyMatch(e -> e instanceof Edit.AddSheet || e instanceof Edit.DropSheet)) {
      throw new UnusableInput(
          "structure-locked",
          "The structure of the workbook is protected, so that no sheet can be added or removed.",
          "Choose Review, Protect Workbook in Excel to take the protection off, and save it.");
    }
  }

  /** How many cells are written. */
  public long cells() {
    return edits.stream()
        .filter(Edit.PutCells.class::isInstance)
        .map(Edit.PutCells.class::cast)
        .mapToLong(put -> (long) put.block().rows() * put.block().columns())
        .sum();
  }
}
