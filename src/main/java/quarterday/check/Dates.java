package quarterday.check;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.kpi.Finding;
import quarterday.kpi.PeriodReader;
import quarterday.sheet.Address;
import quarterday.sheet.SheetSnapshot;

/**
 * Dates that cannot be right: a weekday that the date does not have, a meeting on a Sunday, a
 * report dated after its meeting or weeks before it.
 */
final class Dates implements Check {
  private static final Pattern DATE =
      Pattern.compile(
          "(?i)\\b(?:(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? "
              + "("
              + MonthName.ANY
              + "),? (20\\d\\d)\\b");
  private static final Pattern MEETING =
      Pattern.compile("(?i)\\b(meeting|meets|met|panel|board)\\b");

  /** The meeting of a body that meets on working days. */
  private static final Pattern FORMAL =
      Pattern.compile(
          "(?i)\\b(?:panel|board|committee)\\b.*\\b(?:meeting|meets|met|date)\\b|\\b(?:meeting|meets|date)\\b.*\\b(?:panel|board|committee)\\b|^\\s*(?:panel|board|committee)\\s*:");

  /** A longer text tells of other meetings too. */
  private static final int COVER_LINE = 100;

  private static final String DAY_OR_NOTHING =
      "\\s*:?\\s*((mon|tues|wednes|thurs|fri|satur|sun)day.*|\\d.*)?";
  private static final Pattern REPORT_DATE =
      Pattern.compile("(?i)\\s*(report date|date of (this )?report|dated?)" + DAY_OR_NOTHING);
  private static final Pattern MEETING_DATE =
      Pattern.compile(
          "(?i)\\s*(meeting( date)?|date of (the )?meeting|(panel|board|committee)( meeting| meets)?( date)?)"
              + DAY_OR_NOTHING);

  /** A paper is dated when it is sent out, some days before its meeting. */
  private static final int SENT_OUT = 21;

  private record Dated(Subject.WrittenText label, Address cell, LocalDate date) {}

  @Override
  public CheckRule rule() {
    return CheckRule.DATES;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    subject.texts().forEach(written -> days(written, found));
    for (SheetSnapshot sheet : subject.ownSheets()) {
      covers(subject, sheet, found);
    }
  }

  private void days(Subject.WrittenText written, Consumer<Finding> found) {
    Matcher match = DATE.matcher(written.text());
    while (match.find()) {
      Optional<LocalDate> date = date(match);
      if (date.isEmpty()) {
        tell(
            written,
            written.cell(),
            String.format(Locale.ROOT, "There is no %s; correct the date.", match.group().strip()),
            found);
        continue;
      }
      DayOfWeek day = date.get().getDayOfWeek();
      String name = day.getDisplayName(TextStyle.FULL, Locale.UK);
      boolean wrongDay =
          match.group(1) != null
              && !name.toLowerCase(Locale.ROOT).startsWith(match.group(1).toLowerCase(Locale.ROOT));
      if (wrongDay) {
        tell(
            written,
            written.cell(),
            String.format(
                Locale.ROOT,
                "\u201c%s\u201d was a %s; correct the day or the date.",
                match.group().strip(),
                name),
            found);
      } else if (isWeekend(day)
          && written.text().length() <= COVER_LINE
          && FORMAL.matcher(sentence(written.text(), match)).find()) {
        weekend(written, written.cell(), match.group().strip(), name, found);
      } else if (day == DayOfWeek.SUNDAY
          && match.group(1) == null
          && MEETING.matcher(sentence(written.text(), match)).find()) {
        weekend(written, written.cell(), match.group().strip(), name, found);
      }
    }
  }

  private static boolean isWeekend(DayOfWeek day) {
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
  }

  private void weekend(
      Subject.WrittenText written, Address cell, String date, String day, Consumer<Finding> found) {
    tell(
        written,
        cell,
        String.format(Locale.ROOT, "%s was a %s; check the date of the meeting.", date, day),
        found);
  }

  private static String sentence(String text, Matcher match) {
    int from = text.lastIndexOf('.', match.start()) + 1;
    int to = text.indexOf('.', match.end());
    return text.substring(from, to < 0 ? text.length() : to);
  }

  private static Optional<LocalDate> date(Matcher match) {
    String month = match.group(3).toUpperCase(Locale.ROOT);
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(match.group(4)),
              java.time.Month.valueOf(month),
              Integer.parseInt(match.group(2))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A report's date beside its meeting's, each in the labelled cell or the one to its right. */
  private void covers(Subject subject, SheetSnapshot sheet, Consumer<Finding> found) {
    List<Dated> reports = new ArrayList<>();
    List<Dated> meetings = new ArrayList<>();
    for (Subject.WrittenText written : subject.texts()) {
      if (!written.sheet().equals(sheet.name()) || written.text().length() > 80) {
        continue;
      }
      boolean report = REPORT_DATE.matcher(written.text()).matches();
      if (report || MEETING_DATE.matcher(written.text()).matches()) {
        dated(sheet, written, subject.snapshot().dates1904())
            .ifPresent(report ? reports::add : meetings::add);
      }
    }
    for (Dated meeting : meetings) {
      // In one cell with its label it was looked at already, unless the Sunday is named.
      boolean named =
          DATE.matcher(meeting.label().text()).results().anyMatch(m -> m.group(1) != null);
      boolean beside = !meeting.cell().equals(meeting.label().cell());
      boolean formal = FORMAL.matcher(meeting.label().text()).find();
      DayOfWeek day = meeting.date().getDayOfWeek();
      if ((beside || (named && !formal))
          && (day == DayOfWeek.SUNDAY || (formal && isWeekend(day)))) {
        weekend(
            meeting.label(),
            meeting.cell(),
            words(meeting.date()),
            day.getDisplayName(TextStyle.FULL, Locale.UK),
            found);
      }
    }
    if (reports.size() != 1 || meetings.size() != 1) {
      return;
    }
    long before = reports.get(0).date().until(meetings.get(0).date(), ChronoUnit.DAYS);
    if (before < 0 || before > SENT_OUT) {
      tell(
          reports.get(0).label(),
          reports.get(0).cell(),
          String.format(
              Locale.ROOT,
              "The report is dated %s; the meeting is on %s; check that the date was brought up to date.",
              words(reports.get(0).date()),
              words(meetings.get(0).date())),
          found);
    }
  }

  private static Optional<Dated> dated(
      SheetSnapshot sheet, Subject.WrittenText label, boolean dates1904) {
    Address right = new Address(label.cell().row(), label.cell().column() + 1);
    String beside = sheet.at(right).content().text().orElse("");
    Matcher own = DATE.matcher(label.text());
    Matcher other = DATE.matcher(beside);
    if (own.find()) {
      return date(own).map(date -> new Dated(label, label.cell(), date));
    }
    return (other.find() ? date(other) : PeriodReader.day(sheet.at(right), dates1904))
        .map(date -> new Dated(label, right, date));
  }

  private static String words(LocalDate date) {
    return date.getDayOfMonth()
        + " "
        + date.getMonth().getDisplayName(TextStyle.FULL, Locale.UK)
        + " "
        + date.getYear();
  }

  private void tell(
      Subject.WrittenText written, Address cell, String message, Consumer<Finding> found) {
    found.accept(Finding.at(rule(), written.sheet(), cell, "", message));
  }
}
