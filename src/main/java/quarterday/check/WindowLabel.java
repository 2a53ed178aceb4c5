package quarterday.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Finding;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.PeriodReader;
import quarterday.kpi.ReportingPeriod;

/** A label such as "3.5 year trend" over months that are more or fewer. */
final class WindowLabel implements Check {
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)\\b(\\d{1,2}(?:\\.\\d)?)[\\s-]*years?\\b.{0,30}\\b(trend|spc|window|chart|limits|data)\\b");
  private static final String MONTH =
      "((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*[ -](?:20)?\\d\\d)";
  private static final Pattern DATED =
      Pattern.compile("(?i)\\b" + MONTH + " ?(?:to|-|\u2013|until) ?" + MONTH + "\\b");
  private static final List<String> WORDS =
      List.of(
          "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");
  private static final Map<String, Integer> TENS =
      Map.of(
          "eighteen",
          18,
          "twenty-four",
          24,
          "thirty",
          30,
          "thirty-six",
          36,
          "forty-two",
          42,
          "forty-eight",
          48,
          "sixty",
          60);
  private static final String NUMBER =
      "(\\d{1,3}(?:\\.\\d{1,2})?|"
          + String.join("|", TENS.keySet())
          + "|(?<![-\\w])(?:"
          + String.join("|", WORDS.subList(1, WORDS.size()))
          + "))";
  private static final Pattern LENGTH =
      Pattern.compile(
          "(?i)(?<!\\bin )\\b"
              + NUMBER
              + "[\\s-]*(y|m)(?:ears?|onths?)\\b(?! (?:more|longer|less|after|before|ago|earlier|later|shorter|old|and a)\\b)");

  /** {@code the 42 months to March 2023, from April 2020}. */
  private static final Pattern REVERSED =
      Pattern.compile(
          "(?i)\\b"
              + NUMBER
              + "[\\s-]*(y|m)(?:ears?|onths?) (?:up )?(?:to|until|ending(?: in)?) "
              + MONTH
              + "[\\s,;(]+(?:starting |beginning |running )?(?:from|in|with) "
              + MONTH
              + "\\b(?! (?:to|until)\\b)");

  private static final Pattern BESIDE =
      Pattern.compile(
          "(?i)[\\s,;:(\u2013-]*(?:(?:of|from|window|data|trend|spc|chart|series|period|runs|running|covers|covering|which is|that is|inclusive|or|a total of)\\b ?)*[\\s,;:(\u2013-]*");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.;])\\s+(?=\\p{Lu})|\\R");
  private static final Pattern ROLLING =
      Pattern.compile("(?i)\\b(rolling|moving|latest|last|at least|each|every)\\b");
  private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

  @Override
  public CheckRule rule() {
    return CheckRule.WINDOW_LABEL;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Subject.WrittenText written : subject.texts()) {
      if (DATED.matcher(written.text()).find() && LENGTH.matcher(written.text()).find()) {
        SENTENCE.splitAsStream(written.text()).forEach(s -> compare(written, s, found));
        continue;
      }
      Matcher reversed = REVERSED.matcher(written.text());
      if (reversed.find()) {
        compare(
            written,
            reversed.group(1),
            reversed.group(2),
            reversed.group(4),
            reversed.group(3),
            found);
        continue;
      }
      Matcher label = LABEL.matcher(written.text());
      if (!label.find()) {
        continue;
      }
      List<MeasureTable> tables =
          subject.book().tables().stream()
              .filter(table -> table.sheet().equals(written.sheet()))
              .filter(table -> table.headerRow() >= written.cell().row())
              .toList();
      // Over several tables nobody knows which one is meant.
      if (tables.size() == 1) {
        compare(written, label.group(1), tables.get(0), found);
      }
    }
  }

  /** {@code 42 months, January 2017 to June 2020}: the text has all that is needed. */
  private void compare(Subject.WrittenText written, String text, Consumer<Finding> found) {
    Matcher dated = DATED.matcher(text);
    if (ROLLING.matcher(text).find() || !dated.find()) {
      return;
    }
    Matcher length = LENGTH.matcher(text);
    while (length.find()) {
      int from = Math.min(length.end(), dated.end());
      int to = Math.max(length.start(), dated.start());
      if (from <= to && BESIDE.matcher(text.substring(from, to)).matches()) {
        compare(written, length.group(1), length.group(2), dated.group(1), dated.group(2), found);
        return;
      }
    }
  }

  private static BigDecimal number(String words) {
    String word = words.toLowerCase(Locale.ROOT);
    return word.matches("[\\d.]+")
        ? new BigDecimal(word)
        : BigDecimal.valueOf(TENS.getOrDefault(word, WORDS.indexOf(word)));
  }

  private void compare(
      Subject.WrittenText written,
      String number,
      String unit,
      String from,
      String to,
      Consumer<Finding> found) {
    Optional<YearMonth> first = PeriodReader.parse(from).map(ReportingPeriod::first);
    Optional<YearMonth> last = PeriodReader.parse(to).map(ReportingPeriod::first);
    if (first.isEmpty() || last.isEmpty() || !first.get().isBefore(last.get())) {
      return;
    }
    boolean years = unit.equalsIgnoreCase("y");
    BigDecimal labelled = number(number).multiply(years ? TWELVE : BigDecimal.ONE);
    long spanned = first.get().until(last.get(), ChronoUnit.MONTHS) + 1;
    if (labelled.compareTo(BigDecimal.valueOf(spanned)) != 0) {
      found.accept(
          written.finding(
              rule(),
              String.format(
                  Locale.ROOT,
                  "The label says %s; %s to %s is %d months; correct the label or the months.",
                  number + (years ? " years" : " months"),
                  CalendarMonth.words(first.get()),
                  CalendarMonth.words(last.get()),
                  spanned)));
    }
  }

  private void compare(
      Subject.WrittenText written, String years, MeasureTable table, Consumer<Finding> found) {
    List<YearMonth> months =
        table.periods().values().stream()
            .filter(CalendarMonth.class::isInstance)
            .map(ReportingPeriod::first)
            .sorted()
            .toList();
    if (months.isEmpty()) {
      return;
    }
    YearMonth first = months.get(0);
    YearMonth last = months.get(months.size() - 1);
    long spanned = first.until(last, ChronoUnit.MONTHS) + 1;
    BigDecimal labelled = new BigDecimal(years).multiply(TWELVE);
    if (labelled.compareTo(BigDecimal.valueOf(spanned)) != 0) {
      found.accept(
          written.finding(
              rule(),
              String.format(
                  Locale.ROOT,
                  "The label says %s years; %s to %s is %d months, which is %s years; correct the label or the months.",
                  years,
                  CalendarMonth.words(first),
                  CalendarMonth.words(last),
                  spanned,
                  Rounded.text(
                      BigDecimal.valueOf(spanned).divide(TWELVE, 2, RoundingMode.HALF_UP)))));
    }
  }
}
