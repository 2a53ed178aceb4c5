package quarterday.check;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import quarterday.kpi.Finding;
import quarterday.sheet.SheetSnapshot;

/**
 * A sheet that the workbook's own words announce and that has nothing on it but a title, or one
 * among the sheets listed on a cover that is not there.
 */
final class PromisedContent implements Check {
  private static final int TITLE_ONLY = 2;
  private static final int LONG_ENOUGH = 4;

  /** {@code This report covers people, custody visiting and contracts for 2023/24 Q4.} */
  private static final Pattern LIST =
      Pattern.compile(
          "(?i)\\b(?:covers?|contents?\\s*:|contains|sections? on|figures (?:on|for))\\s+"
              + "(.+?)(?:\\s+(?:in|for|of|during|at|by|from|to)\\s.*|[.;:(].*|$)");

  private static final Pattern AND = Pattern.compile("(?i)\\s*,\\s*(?:and\\s+)?|\\s+and\\s+");

  /** What completing adds. */
  private static final Set<String> ADDED =
      Set.of("highlights", "charts", "control charts", "results", "checks", "method", "glossary");

  private static final int MOST_WORDS = 3;
  private static final int FEWEST_HELD = 2;

  @Override
  public CheckRule rule() {
    return CheckRule.PROMISED_CONTENT;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    listed(subject, found);
    Set<String> empty =
        subject.ownSheets().stream()
            .filter(sheet -> sheet.size() <= TITLE_ONLY)
            .map(SheetSnapshot::name)
            .filter(name -> name.strip().length() >= LONG_ENOUGH)
            .collect(Collectors.toSet());
    for (Subject.WrittenText written : subject.texts()) {
      String text = written.text().toLowerCase(Locale.ROOT);
      for (String name : empty) {
        if (!name.equals(written.sheet()) && text.contains(name.strip().toLowerCase(Locale.ROOT))) {
          found.accept(
              written.finding(
                  rule(),
                  String.format(
                      Locale.ROOT,
                      "\u201c%s\u201d is announced here, but that sheet is empty; fill it in, or take the words out.",
                      name)));
        }
      }
    }
  }

  /** A list of the report's sheets or sections that names one more, of which nothing is there. */
  private void listed(Subject subject, Consumer<Finding> found) {
    Set<String> held = new HashSet<>();
    subject.ownSheets().forEach(sheet -> held.add(plain(sheet.name())));
    subject.book().glossary().ifPresent(tab -> held.add(plain(tab.sheet())));
    subject.measures().forEach(m -> held.add(plain(m.measure().section())));
    for (Subject.WrittenText written : subject.texts()) {
      Matcher list = LIST.matcher(written.text());
      if (PeriodLabels.inTable(subject, written) || !list.find()) {
        continue;
      }
      List<String> items =
          AND.splitAsStream(list.group(1).strip()).filter(item -> !item.isBlank()).toList();
      List<String> missing = items.stream().filter(item -> !held.contains(plain(item))).toList();
      if (missing.size() == 1
          && !ADDED.contains(plain(missing.get(0)))
          && items.size() > FEWEST_HELD
          && missing.get(0).split("\\s+").length <= MOST_WORDS
          && isNowhere(subject, written, missing.get(0))) {
        found.accept(
            written.finding(
                rule(),
                String.format(
                    Locale.ROOT,
                    "\u201c%s\u201d is announced here, but no sheet, section or measure has it; add it, or take the words out.",
                    missing.get(0).strip())));
      }
    }
  }

  private static boolean isNowhere(Subject subject, Subject.WrittenText here, String item) {
    Set<String> words = RowName.stems(item);
    Set<String> there = new HashSet<>();
    subject.ownSheets().forEach(sheet -> there.addAll(RowName.stems(sheet.name())));
    for (Subject.WrittenText written : subject.texts()) {
      if (!written.equals(here)) {
        there.addAll(RowName.stems(written.text()));
      }
    }
    return !words.isEmpty() && Collections.disjoint(words, there);
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
