package quarterday.xlsx;

/**
 * How large a workbook file may be. Files beyond a limit are refused before they can use up memory.
 *
 * @param fileBytes bytes of the file itself
 * @param unpackedBytes bytes of all its parts, unpacked
 * @param ratio how many times larger a part may be unpacked; judged above 10 MB only
 * @param entries parts in the file
 * @param sheets sheets in the workbook
 * @param cells cells on all sheets, empty but formatted ones included
 * @param textCharacters characters of all different texts, shared or in their cells
 * @param nesting how deep elements of a part may stand in one another
 */
public record FileLimits(
    long fileBytes,
    long unpackedBytes,
    int ratio,
    int entries,
    int sheets,
    long cells,
    long textCharacters,
    int nesting) {
  /** Limits that every workbook of an office stays well below. */
  public static final FileLimits DEFAULT =
      new FileLimits(50L << 20, 2L << 30, 200, 10_000, 256, 20_000_000, 200_000_000, 64);
}
