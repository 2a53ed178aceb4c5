package quarterday.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.Finding;
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
            found.accept(
                written.finding(
                    rule(),
                    String.format(
                        Locale.ROOT,
                        "\u201c%s\u201d and \u201c%s\u201d look like the same name; spell it one way.",
                        other,
                        word)));
          }
        }
        if (word.length() >= NAME_LENGTH && !words.contains(word)) {
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
    if (one.length() < NAME_LENGTH || one.equalsIgnoreCase(other)) {
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
