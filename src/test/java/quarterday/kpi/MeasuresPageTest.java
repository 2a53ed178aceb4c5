package quarterday.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeasuresPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/measures.md");

  @Test
  void thePageListsTheCatalogueSectionBySection() throws IOException {
    List<String> expected = new ArrayList<>();
    String section = "";
    for (Catalogue.Entry entry : Catalogue.builtIn().entries()) {
      if (!entry.section().equals(section)) {
        section = entry.section();
        expected.add("## " + section);
      }
      expected.add(row(entry));
    }

    List<String> listed =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("## ") || line.matches("\\| [OF]-.*"))
            .toList();

    assertThat(listed).isEqualTo(expected);
  }

  private static String row(Catalogue.Entry entry) {
    String parts =
        Stream.of(entry.numerator(), entry.denominator())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" / "));
    return Stream.of(
            entry.id(),
            entry.name(),
            entry.unit(),
            entry.rule(),
            parts,
            entry.better(),
            shown(entry.target()),
            possible(entry),
            entry.definition(),
            String.join("; ", entry.aliases()))
        .map(cell -> cell.isEmpty() ? " " : " " + cell + " ")
        .collect(Collectors.joining("|", "|", "|"));
  }

  private static String possible(Catalogue.Entry entry) {
    if (entry.highest().isPresent()) {
      return shown(entry.lowest()) + " to " + shown(entry.highest());
    }
    return entry.lowest().isPresent() ? shown(entry.lowest()) + " or more" : "any";
  }

  private static String shown(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse("");
  }
}
