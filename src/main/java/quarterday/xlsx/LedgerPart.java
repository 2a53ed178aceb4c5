package quarterday.xlsx;

import java.io.IOException;
import java.util.Optional;
import quarterday.sheet.UnusableInput;

/** Finds the part in which a completion recorded what it knew, among the custom XML parts. */
final class LedgerPart {
  /** The namespace of the ledger's root. */
  static final String NAMESPACE = "urn:quarterday:ledger:1";

  /** What Office wants to know of a custom part; the item's id is the ledger's for ever. */
  static final String PROPERTIES =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\r\n<ds:datastoreItem"
          + " ds:itemID=\"{5B1F0A52-6C0E-4C7B-9B57-0C2D9A8E71D4}\" xmlns:ds="
          + "\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs>"
          + "<ds:schemaRef ds:uri=\""
          + NAMESPACE
          + "\"/></ds:schemaRefs></ds:datastoreItem>";

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
