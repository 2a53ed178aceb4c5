package quarterday.xlsx;

import java.io.IOException;
import java.util.Optional;
import quarterday.sheet.UnusableInput;

/** Finds the part in which a completion recorded what it knew, among the custom XML parts. */
final class LedgerPart {
  /** The namespace of the ledger's root. */
  static final String NAMESPACE = "urn:quarterday:ledger:1";

  private LedgerPart() {}

  static Optional<Relation> find(Archive archive, WorkbookPart workbook, FileLimits limits)
      throws IOException, UnusableInput {
    for (Relation relation : workbook.relations()) {
      if (relation.type().equals("customXml")
          && !relation.isExternal()
          && archive.has(relation.target())
          && rootNamespace(archive, relation.target(), limits).equals(NAMESPACE)) {
        return Optional.of(relation);
      }
    }
    return Optional.empty();
  }

  /** The namespace of a part's root; empty for a custom part that is no XML after all. */
  private static String rootNamespace(Archive archive, String part, FileLimits limits)
      throws IOException {
    try (XmlWalk walk = XmlWalk.over(part, archive.open(part), limits.nesting())) {
      return walk.root().namespace();
    } catch (UnusableInput e) {
      return "";
    }
  }
}
