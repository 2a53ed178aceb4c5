package quarterday.glossary;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A list of terms in reading order. */
public final class Glossary {
  /** The resource is read when first asked for, and once. */
  private static final class BuiltIn {
    private static final Glossary GLOSSARY = new Glossary(read());
  }

  private final List<GlossaryTerm> terms;

  private Glossary(List<GlossaryTerm> terms) {
    this.terms =
        terms.stream()
            .sorted(Comparator.comparing(GlossaryTerm::term, GlossaryTerm.READING_ORDER))
            .toList();
  }

  /** The terms that performance reports of commissioners' offices and forces use. */
  public static Glossary builtIn() {
    return BuiltIn.GLOSSARY;
  }

  /** The terms, in {@link GlossaryTerm#READING_ORDER}. */
  public List<GlossaryTerm> terms() {
    return terms;
  }

  private static List<GlossaryTerm> read() {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (InputStream in =
            Objects.requireNonNull(Glossary.class.getResourceAsStream("terms.csv"), "terms.csv");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        CSVParser rows = CSVParser.parse(reader, format)) {
      return rows.stream().map(Glossary::term).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GlossaryTerm term(CSVRecord row) {
    List<String> alsoWritten =
        Arrays.stream(row.get("also written").split("\\|")).filter(s -> !s.isEmpty()).toList();
    return new GlossaryTerm(row.get("term"), row.get("meaning"), alsoWritten);
  }
}
