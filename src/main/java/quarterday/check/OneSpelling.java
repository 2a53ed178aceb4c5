package quarterday.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import quarterday.kpi.Finding;
import quarterday.kpi.Setting;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;
import quarterday.sheet.SheetSnapshot;

/** One name spelt in two ways: of a measure, or of whoever wrote the report. */
final class OneSpelling implements Check {
  private static final int LONG_ENOUGH = 12;
  private static final int NAME_LENGTH = 6;
  private static final int LONG_WORD = 8;
  private static final Pattern WRITTEN_BY =
      Pattern.compile(
          "(?i)^\\s*(?:report )?(?:author|prepared by|completed by|written by|contact(?: officer)?)\\s*:\\s*(.{4,60})$");
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)\\s*(?:report )?(?:author|prepared by|completed by|written by|contact(?: officer)?)\\s*:?\\s*");
  private static final int LONGEST_NAME = 60;
  private static final int LINE = 90;
  private static final int FEWEST_WORDS = 3;
  private static final int MANY_WORDS = 6;
  private static final int MOST_DIFFERENT = 3;
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** A capitalised word that does not begin the name. */
  private static final Pattern PROPER = Pattern.compile("(?<=\\S\\s)\\p{Lu}\\p{Ll}{4,}(?!\\p{L})");

  private static final Pattern PHRASE = Pattern.compile("\\p{Lu}\\p{Ll}+(?:\\s\\p{Lu}\\p{Ll}+)*");

  @Override
  public CheckRule rule() {
    return CheckRule.ONE_SPELLING;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    Map<String, MeasureReview> seen = new LinkedHashMap<>();
    for (MeasureReview measure : subject.measures()) {
      String plain = singular(measure.measure().name());
      MeasureReview other = seen.putIfAbsent(plain, measure);
      boolean spelt =
          other != null
              && plain.length() >= LONG_ENOUGH
              && !other.measure().name().equalsIgnoreCase(measure.measure().name())
              && other.measure().section().equals(measure.measure().section())
              && other.measure().unit() == measure.measure().unit();
      if (spelt) {
        found.accept(same(measure, other));
      }
    }
    misspelt(subject, found);
    places(subject, found);
    lines(subject, found);
    authors(subject, found);
  }

  /** One measure in two tables or rows, with one long word that differs in a letter. */
  private void misspelt(Subject subject, Consumer<Finding> found) {
    Map<String, MeasureReview> byOtherWords = new HashMap<>();
    for (MeasureReview measure : subject.measures()) {
      String[] words = singular(measure.measure().name()).split(" ");
      for (int i = 0; i < words.length; i++) {
        if (words[i].length() < LONG_WORD) {
          continue;
        }
        String word = words[i];
        words[i] = "*";
        MeasureReview other = byOtherWords.putIfAbsent(String.join(" ", words), measure);
        words[i] = word;
        if (other != null
            && words.length > 1
            && other.measure().unit() == measure.measure().unit()
            && isMisspelt(word, singular(other.measure().name()).split(" ")[i])) {
          found.accept(same(measure, other));
        }
      }
    }
  }

  /** A proper name inside a measure's name. */
  private record Place(MeasureReview measure, String word, RowName name) {
    /** The name of the measure with another word in place of this one. */
    String with(String other) {
      return measure.measure().name().replace(word, other).toLowerCase(Locale.ROOT);
    }
  }

  /**
   * {@code Visits to Priory Lane} beside {@code Complaints at Prory Lane}: one place in two rows,
   * spelt in two ways. Two rows of one group are two places.
   */
  private static void places(Subject subject, Consumer<Finding> found) {
    List<Place> places = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (MeasureReview measure : subject.measures()) {
      String name = measure.measure().name();
      names.add(name.toLowerCase(Locale.ROOT));
      Matcher proper = PROPER.matcher(name);
      while (proper.find()) {
        places.add(new Place(measure, proper.group(), RowName.of(measure)));
      }
    }
    Map<String, List<Place>> byWord =
        places.stream()
            .collect(Collectors.groupingBy(Place::word, LinkedHashMap::new, Collectors.toList()));
    Map<String, Integer> used = used(subject);
    List<String> words = List.copyOf(byWord.keySet());
    for (int i = 0; i < words.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (!isMisspelt(words.get(i), words.get(j)) || isPlural(words.get(i), words.get(j))) {
          continue;
        }
        Place first = byWord.get(words.get(j)).get(0);
        Place later = byWord.get(words.get(i)).get(0);
        int often = used.getOrDefault(first.word(), 0) - used.getOrDefault(later.word(), 0);
        boolean twoPlaces =
            byWord.get(words.get(i)).stream().anyMatch(p -> names.contains(p.with(first.word())))
                || byWord.get(words.get(j)).stream()
                    .anyMatch(p -> names.contains(p.with(later.word())));
        if (!twoPlaces && (often != 0 || isOnePlace(later, first, places))) {
          Place wrong = often < 0 ? first : later;
          found.accept(
              Subject.at(
                  CheckRule.ONE_SPELLING,
                  wrong.measure(),
                  wrong.measure().row().name(),
                  spelling((often < 0 ? later : first).word(), wrong.word())));
        }
      }
    }
  }

  /**
   * Whether the words beside two proper names, or the other names in their groups, are the same.
   */
  private static boolean isOnePlace(Place one, Place other, List<Place> places) {
    String tail = one.name().tail();
    String otherTail = other.name().tail();
    boolean sameWords =
        tail.contains(" ") && tail.replace(one.word(), other.word()).equals(otherTail);
    boolean sameNeighbours =
        phrase(one).contains(" ")
            && phrase(one).replace(one.word(), other.word()).equals(phrase(other));
    boolean sameGroups =
        places.stream()
            .filter(p -> p.name().head().equals(one.name().head()))
            .map(p -> p.name().tail())
            .filter(t -> !t.equals(tail))
            .anyMatch(
                t ->
                    places.stream()
                        .anyMatch(
                            p ->
                                p.name().head().equals(other.name().head())
                                    && p.name().tail().equals(t)));
    return sameWords || sameNeighbours || (!one.name().head().isEmpty() && sameGroups);
  }

  /** The capitalised words around a proper name: {@code Priory Lane}. */
  private static String phrase(Place place) {
    Matcher phrase = PHRASE.matcher(place.measure().measure().name());
    while (phrase.find()) {
      if (phrase.group().contains(place.word())) {
        return phrase.group();
      }
    }
    return place.word();
  }

  /** How often each word is written in the workbook. */
  private static Map<String, Integer> used(Subject subject) {
    Map<String, Integer> used = new HashMap<>();
    for (Subject.WrittenText written : subject.texts()) {
      for (String word : WORDS.split(written.text())) {
        used.merge(word, 1, Integer::sum);
      }
    }
    return used;
  }

  /** Two lines outside the tables, or one and the organisation's name, that differ in a letter. */
  private static void lines(Subject subject, Consumer<Finding> found) {
    Map<String, String> byOtherWords = new HashMap<>();
    mask(subject.review().settings().text(Setting.ORGANISATION), byOtherWords);
    for (Subject.WrittenText written : subject.texts()) {
      if (written.text().length() > LINE || PeriodLabels.inTable(subject, written)) {
        continue;
      }
      for (Map.Entry<String, String> masked : masks(written.text()).entrySet()) {
        String other = byOtherWords.putIfAbsent(masked.getKey(), masked.getValue());
        if (other != null
            && (isMisspelt(masked.getValue(), other)
                || isNearly(masked.getValue(), other, masked.getKey()))
            && !isPlural(masked.getValue(), other)) {
          found.accept(written.finding(CheckRule.ONE_SPELLING, spelling(other, masked.getValue())));
        }
      }
    }
  }

  private static void mask(String text, Map<String, String> byOtherWords) {
    masks(text).forEach(byOtherWords::putIfAbsent);
  }

  /** Each capitalised word of a line behind its first, by the line without it. */
  private static Map<String, String> masks(String text) {
    String[] words = WORDS.split(text.strip());
    Map<String, String> masks = new LinkedHashMap<>();
    for (int i = 1; i < words.length && words.length >= FEWEST_WORDS; i++) {
      String word = words[i];
      if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
        words[i] = "*";
        masks.put(String.join(" ", words), word);
        words[i] = word;
      }
    }
    return masks;
  }

  /** Whether two long words behind as many other words differ in two letters at their end. */
  private static boolean isNearly(String one, String other, String line) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return line.split(" ").length >= MANY_WORDS
        && one.length() == other.length()
        && same >= NAME_LENGTH - 1
        && !one.equalsIgnoreCase(other)
        && one.length() - same <= MOST_DIFFERENT;
  }

  private static String spelling(String other, String word) {
    return String.format(
        Locale.ROOT,
        "\u201c%s\u201d and \u201c%s\u201d look like the same name; spell it one way.",
        other,
        word);
  }

  private static boolean isPlural(String one, String other) {
    return (one + "s").equalsIgnoreCase(other) || (other + "s").equalsIgnoreCase(one);
  }

  private Finding same(MeasureReview measure, MeasureReview other) {
    return Subject.at(
        rule(),
        measure,
        measure.row().name(),
        String.format(
            Locale.ROOT,
            "\u201c%s\u201d and \u201c%s\u201d look like the same name; spell it one way, or merge the rows.",
            other.measure().name(),
            measure.measure().name()));
  }

  /** A name without plural s and punctuation. */
  private static String singular(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}%\u00a3]+", " ")
        .replaceAll("(?<=\\p{L}{3})s\\b", "")
        .strip();
  }

  private void authors(Subject subject, Consumer<Finding> found) {
    List<String> words = new ArrayList<>();
    for (Subject.WrittenText written : people(subject)) {
      for (String word : written.text().split("[^\\p{L}]+")) {
        for (String other : words) {
          if (isMisspelt(word, other)) {
            found.accept(written.finding(rule(), spelling(other, word)));
          }
        }
        if (word.length() >= NAME_LENGTH - 1 && !words.contains(word)) {
          words.add(word);
        }
      }
    }
  }

  /** Who wrote the report: after a label, or in the cell beside it. */
  private static List<Subject.WrittenText> people(Subject subject) {
    Map<String, SheetSnapshot> sheets = new HashMap<>();
    subject.ownSheets().forEach(sheet -> sheets.put(sheet.name(), sheet));
    List<Subject.WrittenText> people = new ArrayList<>();
    for (Subject.WrittenText written : subject.texts()) {
      Matcher by = WRITTEN_BY.matcher(written.text());
      if (by.matches()) {
        people.add(new Subject.WrittenText(written.sheet(), written.cell(), by.group(1)));
      } else if (LABEL.matcher(written.text()).matches()) {
        Address beside = new Address(written.cell().row(), written.cell().column() + 1);
        sheets
            .get(written.sheet())
            .at(beside)
            .content()
            .text()
            .filter(name -> name.length() <= LONGEST_NAME)
            .ifPresent(name -> people.add(new Subject.WrittenText(written.sheet(), beside, name)));
      }
    }
    return people;
  }

  /** Whether two words differ in one letter that is added, left out or exchanged. */
  private static boolean isMisspelt(String one, String other) {
    if (Math.max(one.length(), other.length()) < NAME_LENGTH || one.equalsIgnoreCase(other)) {
      return false;
    }
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    String restA = a.substring(same);
    String restB = b.substring(same);
    return drop(restA).equals(restB)
        || restA.equals(drop(restB))
        || drop(restA).equals(drop(restB));
  }

  private static String drop(String text) {
    return text.isEmpty() ? text : text.substring(1);
  }
}
