package quarterday.edit;

import java.util.List;

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

  /** How many cells are written. */
  public long cells() {
    return edits.stream()
        .filter(Edit.PutCells.class::isInstance)
        .map(Edit.PutCells.class::cast)
        .mapToLong(put -> (long) put.block().rows() * put.block().columns())
        .sum();
  }
}
