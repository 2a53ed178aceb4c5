package quarterday.templates;

/** The two editions of a template. */
enum Edition {
  /** Everything but the figures, for an office that starts. */
  BLANK(""),
  /** The worked example. */
  EXAMPLE("-example");

  private final String suffix;

  Edition(String suffix) {
    this.suffix = suffix;
  }

  /** The file's name, of a template whose blank edition is {@code name.xlsx}. */
  String fileName(String name) {
    return name + suffix + ".xlsx";
  }
}
