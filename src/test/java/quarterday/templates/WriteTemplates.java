package quarterday.templates;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * Writes the committed workbooks anew. Its name keeps it out of a plain test run; ask for it with
 * {@code mvn -B -q test -Dtest=WriteTemplates}.
 */
class WriteTemplates {
  @Test
  void writesEveryEdition() throws IOException {
    for (Template template : Template.values()) {
      TemplateText text = template.text();
      for (Edition edition : Edition.values()) {
        Files.createDirectories(template.file(edition).getParent());
        Files.write(template.file(edition), TemplateWorkbook.make(text, edition));
      }
    }
  }
}
