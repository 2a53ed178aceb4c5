package quarterday.templates;

import java.nio.file.Path;

/** The workbooks that are made, each in two editions. */
enum Template {
  /** The office's own key performance indicators. */
  OPCC("opcc", "opcc-kpi"),
  /** The force's performance in its five sections. */
  FORCE("force", "force-performance");

  private static final Path FOLDER = Path.of("workbook-templates");

  private final String resources;
  private final String name;

  Template(String resources, String name) {
    this.resources = resources;
    this.name = name;
  }

  /** Where the edition is kept. */
  Path file(Edition edition) {
    return FOLDER.resolve(edition.fileName(name));
  }

  /** What the workbook is made of. */
  TemplateText text() {
    return TemplateText.read(resources);
  }
}
