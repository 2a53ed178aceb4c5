package quarterday.sheet;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A chart of ours as read: what it is drawn from, not how it looks. Charts of other makers are not
 * read.
 *
 * @param name what it is called in the workbook
 * @param place the cells that it covers
 * @param title where its title stands, as a reference; empty where it has none, or one of its own
 * @param description its alternative text, or empty
 * @param series its series, in order; empty where the reader cannot see what a series is drawn from
 */
public record ChartSnapshot(
    String name,
    Block place,
    String title,
    String description,
    Optional<List<SeriesSnapshot>> series) {
  /** Copies the list. */
  public ChartSnapshot {
    series = series.map(List::copyOf);
  }

  /** A chart whose series were read. */
  public ChartSnapshot(
      String name, Block place, String title, String description, List<SeriesSnapshot> series) {
    this(name, place, title, description, Optional.of(series));
  }

  /**
   * A series.
   *
   * @param name its name
   * @param values the cells of its figures, as a reference
   * @param figures the figures that it remembers of them, by their place from 0; gaps are left out
   */
  public record SeriesSnapshot(String name, String values, NavigableMap<Integer, Double> figures) {
    /** Copies the map. */
    public SeriesSnapshot {
      figures = new TreeMap<>(figures);
    }
  }
}
