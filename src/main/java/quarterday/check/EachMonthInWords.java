package quarterday.check;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Finding;
import quarterday.kpi.ReportingPeriod;

/** {@code It rose in each month of the quarter}, where the months did not. */
final class EachMonthInWords implements Check {
  private static final Pattern MOVED =
      Pattern.compile(
          "(?is)(?<lead>.*?)\\b(?:(?<up>rose|risen|rising|increased|increasing|grew|grown|growing|climbed"
              + "|(?:gone|went|going|moved)\\s+up)"
              + "|(?<down>fell|fallen|falling|decreased|decreasing|dropped|dropping|declined|declining"
              + "|reduced|reducing|(?:gone|went|going|moved)\\s+down))\\s+"
              + "(?:steadily\\s+|further\\s+)?(?:in\\s+|during\\s+)?"
              + "(?:(?:each|every)\\s+(?:single\\s+|successive\\s+|of\\s+the\\s+(?:three|3)\\s+)?months?"
              + "|all\\s+(?:three|3)\\s+months|month\\s+by\\s+month)\\b(?<behind>.*)");

  /** Words by which it is not said to have happened, or not to the measure. */
  private static final Pattern DOUBTED =
      Pattern.compile(
          "(?is).*\\b(?:not|never|nor|no|will|would|may|might|could|should|if|whether|expected"
              + "|because|due|although|while|but)\\b.*");

  @Override
  public CheckRule rule() {
    return CheckRule.CHANGE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      for (Sentence sentence : narrative.sentences()) {
        look(narrative, sentence, found);
      }
    }
  }

  private void look(Narrative narrative, Sentence sentence, Consumer<Finding> found) {
    Matcher words =
        MOVED.matcher(narrative.read().text().substring(sentence.start(), sentence.end()));
    if (!words.matches() || DOUBTED.matcher(words.group("lead")).matches()) {
      return;
    }
    List<YearMonth> months =
        months(narrative, sentence, sentence.start() + words.start("behind"));
    Narrative.About about =
        narrative.about(Vocabulary.in(words.group("lead")), sentence);
    if (about == Narrative.About.OTHER || about == Narrative.About.UNKNOWN) {
      return;
    }
    boolean up = words.group("up") != null;
    List<BigDecimal> values = new ArrayList<>();
    for (YearMonth month : months) {
      Optional<BigDecimal> value = narrative.value(new CalendarMonth(month));
      if (value.isEmpty()) {
        return;
      }
      values.add(value.get());
    }
    for (int i = 1; i < values.size(); i++) {
      int step = values.get(i).compareTo(values.get(i - 1));
      if (up ? step <= 0 : step >= 0) {
        found.accept(
            narrative.finding(
                rule(),
                narrative.message(
                    "%s has %s after %s in %s, but the commentary says that each month %s; correct"
                        + " the words.",
                    new CalendarMonth(months.get(i)).label(),
                    narrative.shown(values.get(i)),
                    narrative.shown(values.get(i - 1)),
                    new CalendarMonth(months.get(i - 1)).label(),
                    up ? "rose" : "fell")));
        return;
      }
    }
  }

  /** The months meant: those of the report, or none where another time is named. */
  private static List<YearMonth> months(Narrative narrative, Sentence sentence, int from) {
    List<YearMonth> own = narrative.period().months();
    for (PeriodMention period : sentence.periods()) {
      Optional<ReportingPeriod> meant = narrative.meant(Optional.of(period));
      boolean inside =
          meant.filter(m -> own.containsAll(m.months())).isPresent()
              || (meant.isEmpty() && period.kind() == PeriodMention.Kind.OTHER);
      if (period.since() && period.start() >= from) {
        // Rises since a month are counted as a run.
        return List.of();
      }
      if (!inside && !isComparedWith(narrative, period)) {
        return List.of();
      }
    }
    return own;
  }

  private static boolean isComparedWith(Narrative narrative, PeriodMention period) {
    return narrative
        .read()
        .text()
        .substring(0, period.start())
        .matches("(?is).*\\b(?:than|with|to|against)\\s+(?:in\\s+|the\\s+|that\\s+of\\s+)*");
  }
}
