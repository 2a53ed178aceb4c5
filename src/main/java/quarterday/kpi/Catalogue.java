package quarterday.kpi;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The measures that police and crime commissioners' offices and their forces publish: what each is
 * called, its unit, how its months make a quarter and which direction is better.
 *
 * <p>A measure is found by its name or any spelling in use, never by its KPI number, because the
 * numbers are given to other measures from report to report.
 */
public final class Catalogue {
  /**
   * One measure.
   *
   * @param id a stable name such as {@code O-MEET}; {@code O-} for the office, {@code F-} the force
   * @param name the name shown
   * @param section the section of the report, such as {@code Executive Support}
   * @param unit one of Count, Percentage, Hours, Days, Minutes, Seconds, Pounds
   * @param rule how months make a quarter: Sum, Last value, Ratio of sums, Mean, Weighted mean, Not
   *     additive
   * @param numerator the id of the part above the line, or empty
   * @param denominator the id of the part below the line, of the weights for a weighted mean, or
   *     empty
   * @param better the direction that is an improvement: Higher, Lower or Neutral
   * @param target the value to reach, in the measure's unit
   * @param lowest the least value that is possible
   * @param highest the greatest value that is possible
   * @param noun the plural for a sentence, as in "351 meetings", or empty where the unit says it
   * @param aliases the other spellings in use
   * @param definition one sentence on what is counted
   */
  public record Entry(
      String id,
      String name,
      String section,
      String unit,
      String rule,
      String numerator,
      String denominator,
      String better,
      Optional<BigDecimal> target,
      Optional<BigDecimal> lowest,
      Optional<BigDecimal> highest,
      String noun,
      List<String> aliases,
      String definition) {
    /** Copies the list. */
    public Entry {
      aliases = List.copyOf(aliases);
    }
  }

  /** Stands in an alias for the post-holder's title, name or initials: one to four words. */
  static final String POST_HOLDER = "{post-holder}";

  private static final String POST_HOLDER_WORD = "postholderplaceholder";
  private static final String ONE_TO_FOUR_WORDS = "(\\S+(?: \\S+){0,3})";
  private static final String PERCENT = "percent";

  // "Number of LCJB meetings" is no post-holder's diary: words that name a kind of meeting, so that
  // a different measure is never taken for the Commissioner's meetings.
  private static final Set<String> KINDS_OF_MEETING =
      Set.of(
          ("all annual attended audit bilateral board boards cabinet cancelled chief commission"
                  + " committee community contract contracts council csp deputy engagement ethics"
                  + " executive external finance foi force governance gold hybrid icv icvs internal"
                  + " jarap joint lcjb local management media monthly mp national office one online"
                  + " opcc other panel panels partner partners partnership partnerships people"
                  + " performance planned planning project projects public quarterly regional"
                  + " resident residents scheduled scrutiny staff stakeholder strategic team teams"
                  + " victim victims virtual volunteer vrn weekly yc youth")
              .split(" "));

  private static final Catalogue NONE = new Catalogue(List.of());

  /** The resource is read when first asked for, and once. */
  private static final class BuiltIn {
    private static final Catalogue CATALOGUE = new Catalogue(read());
  }

  /** A spelling with a place for the post-holder. */
  private record Spelling(Pattern pattern, Entry entry) {}

  private final Map<String, Entry> byId = new LinkedHashMap<>();
  private final Map<String, Entry> byName = new HashMap<>();
  private final List<Spelling> spellings = new ArrayList<>();

  private Catalogue(List<Entry> entries) {
    for (Entry entry : entries) {
      if (byId.put(entry.id(), entry) != null) {
        throw new IllegalStateException("Two measures have the id " + entry.id());
      }
      learn(entry.name(), entry);
      entry.aliases().forEach(alias -> learn(alias, entry));
    }
  }

  private void learn(String name, Entry entry) {
    if (name.contains(POST_HOLDER)) {
      String words = Pattern.quote(normalised(name.replace(POST_HOLDER, POST_HOLDER_WORD)));
      String pattern = words.replace(POST_HOLDER_WORD, "\\E" + ONE_TO_FOUR_WORDS + "\\Q");
      spellings.add(new Spelling(Pattern.compile(pattern), entry));
      return;
    }
    Entry other = byName.putIfAbsent(normalised(name), entry);
    if (other != null && !other.equals(entry)) {
      throw new IllegalStateException(
          "\"" + name + "\" could be " + other.id() + " or " + entry.id());
    }
  }

  /** The measures of the published reports, with the parts that their ratios need. */
  public static Catalogue builtIn() {
    return BuiltIn.CATALOGUE;
  }

  /** A catalogue without measures, for a workbook whose settings ask for none. */
  public static Catalogue none() {
    return NONE;
  }

  /** All measures, in the order of the reports. */
  public List<Entry> entries() {
    return List.copyOf(byId.values());
  }

  /** The measure of this id. */
  public Optional<Entry> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The measure of this name or alias, compared as {@link #normalised}.
   *
   * <p>The unit is not looked at: a name can be a count in one workbook and a percentage in
   * another, so a caller compares it before relying on the match.
   */
  public Optional<Entry> byName(String name) {
    String wanted = normalised(name);
    Entry found = byName.get(wanted);
    if (found != null) {
      return Optional.of(found);
    }
    return spellings.stream()
        .filter(spelling -> isPostHolders(spelling.pattern().matcher(wanted)))
        .map(Spelling::entry)
        .findFirst();
  }

  private static boolean isPostHolders(Matcher matcher) {
    return matcher.matches()
        && Collections.disjoint(KINDS_OF_MEETING, Arrays.asList(matcher.group(1).split(" ")));
  }

  /**
   * A name as it is compared: lower-case words with single spaces.
   *
   * <p>Left out are punctuation, non-breaking and other odd spaces, a leading "number of", "no. of"
   * or "total" and a trailing "total". "%", "per cent" and "percentage" are the one word {@code
   * percent} and go to the end, so that "% Open PDRs" and "Open PDRs (per cent)" are the same, and
   * neither is "Open PDRs".
   */
  public static String normalised(String name) {
    Deque<String> words = new ArrayDeque<>();
    boolean percent = false;
    for (String word : spaced(name).split(" ")) {
      if (word.equals("cent") && "per".equals(words.peekLast())) {
        words.removeLast();
        percent = true;
      } else if (word.equals(PERCENT) || word.equals("percentage")) {
        percent = true;
      } else if (!word.isEmpty()) {
        words.add(word);
      }
    }
    dropCountingWords(words);
    if (percent) {
      words.add(PERCENT);
    }
    return String.join(" ", words);
  }

  private static String spaced(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder spaced = new StringBuilder(plain.length() + 8);
    plain
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c)) {
                spaced.appendCodePoint(c);
              } else if (c == '%') {
                spaced.append(" percent ");
              } else if (c == '&') {
                spaced.append(" and ");
              } else if (c != '\'' && c != '\u2019' && Character.getType(c) != Character.FORMAT) {
                spaced.append(' ');
              }
            });
    return spaced.toString();
  }

  private static void dropCountingWords(Deque<String> words) {
    boolean dropped = true;
    while (dropped && words.size() > 1) {
      String first = words.removeFirst();
      dropped =
          switch (first) {
            case "number", "total", "of" -> true;
            case "no", "nos" -> "of".equals(words.peekFirst());
            default -> false;
          };
      if (!dropped) {
        words.addFirst(first);
      }
    }
    if (words.size() > 1 && "total".equals(words.peekLast())) {
      words.removeLast();
    }
  }

  private static List<Entry> read() {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (InputStream in =
            Objects.requireNonNull(
                Catalogue.class.getResourceAsStream("catalogue.csv"), "catalogue.csv");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        CSVParser rows = CSVParser.parse(reader, format)) {
      return rows.stream().map(Catalogue::entry).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(CSVRecord row) {
    return new Entry(
        row.get("id"),
        row.get("name"),
        row.get("section"),
        row.get("unit"),
        row.get("rule"),
        row.get("numerator"),
        row.get("denominator"),
        row.get("better"),
        number(row.get("target")),
        number(row.get("lowest")),
        number(row.get("highest")),
        row.get("noun"),
        List.of(row.get("aliases").split("\\|")),
        row.get("definition"));
  }

  private static Optional<BigDecimal> number(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }
}
