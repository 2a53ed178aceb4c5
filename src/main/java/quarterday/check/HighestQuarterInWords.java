package quarterday.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.FinancialQuarter;
import quarterday.kpi.Finding;
import quarterday.kpi.ReportingPeriod;

/** The report's quarter called the highest or the lowest of some, where another one is. */
final class HighestQuarterInWords implements Check {
  /** {@code the lowest of the five quarters shown}, {@code the highest number in four quarters}. */
  private static final Pattern OF_SO_MANY =
      Pattern.compile(
          "(?is)(?<before>.*)"
              + HighestMonthInWords.EXTREME
              + "(?<of>[^.;,()\\d]{0,40}?)\\b(?:of|in|for|over|across|among)\\s+(?:the\\s+|all\\s+|any\\s+of\\s+)*"
              + "(?:(?:last\\s+|past\\s+)?(?<n>\\w+)\\s+quarters\\b|(?:any\\s+)?quarters?\\s+(?:that\\s+(?:are|is)\\s+)?"
              + "(?:shown|listed|given|reported|in\\s+the\\s+table)).*");

  /** {@code the highest number since }, before a period. */
  private static final Pattern SINCE =
      Pattern.compile(
          "(?is)(?<before>.*)"
              + HighestMonthInWords.EXTREME
              + "(?<of>[^.;,()\\d]{0,40}?)\\bsince\\s+(?:the\\s+)?");

  /** {@code the highest of the year so far}. */
  private static final Pattern OF_THE_YEAR =
      Pattern.compile(
          "(?is)(?<before>.*)"
              + HighestMonthInWords.EXTREME
              + "(?<of>[^.;,()\\d]{0,40}?)\\b(?:so\\s+far\\s+this|(?:of|in|for)\\s+(?:the|this)(?:\\s+"
              + "financial)?)\\s+year(?:\\s+so\\s+far)?\\s*");

  private static final Pattern SOME_OF =
      Pattern.compile("(?is).*\\b(?:one\\s+of|among|amongst|not|than|if|was\\s+once)\\b.*");

  private static final List<String> CARDINALS =
      List.of(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve");

  @Override
  public CheckRule rule() {
    return CheckRule.TABLE_AND_TEXT;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      if (narrative.period() instanceof FinancialQuarter now && narrative.now().isPresent()) {
        for (Sentence sentence : narrative.sentences()) {
          look(narrative, sentence, now, found);
        }
      }
    }
  }

  private void look(
      Narrative narrative, Sentence sentence, FinancialQuarter now, Consumer<Finding> found) {
    String text = narrative.read().text().substring(sentence.start(), sentence.end());
    Matcher many = OF_SO_MANY.matcher(text);
    Matcher year = OF_THE_YEAR.matcher(text);
    if (many.matches()) {
      look(narrative, sentence, many, ofSoMany(narrative, now, many.group("n")), found);
    } else if (year.matches()) {
      look(narrative, sentence, year, before(now, now.quarter() - 1), found);
    } else {
      for (PeriodMention mention : sentence.periods()) {
        Matcher since = SINCE.matcher(text.substring(0, mention.start() - sentence.start()));
        Optional<ReportingPeriod> start =
            narrative.meant(Optional.of(mention)).filter(FinancialQuarter.class::isInstance);
        if (mention.since() && start.isPresent() && since.matches()) {
          look(narrative, sentence, since, after(start.get(), now), found);
        }
      }
    }
  }

  /** All the table's quarters, where it has so many; else the latest so many, where it has them. */
  private static List<FinancialQuarter> ofSoMany(
      Narrative narrative, FinancialQuarter now, String number) {
    List<FinancialQuarter> columns =
        narrative.review().row().quarters().keySet().stream()
            .filter(q -> q.last().isBefore(now.first()))
            .toList();
    if (number == null) {
      return columns;
    }
    int many =
        number.matches("\\d{1,2}")
            ? Integer.parseInt(number)
            : CARDINALS.indexOf(number.toLowerCase(Locale.ROOT)) + 1;
    return columns.size() == many - 1 ? columns : before(now, many - 1);
  }

  private static List<FinancialQuarter> before(FinancialQuarter now, int many) {
    List<FinancialQuarter> quarters = new ArrayList<>();
    for (FinancialQuarter at = now.previous(); quarters.size() < many; at = at.previous()) {
      quarters.add(at);
    }
    return quarters;
  }

  private static List<FinancialQuarter> after(ReportingPeriod start, FinancialQuarter now) {
    List<FinancialQuarter> quarters = new ArrayList<>();
    for (FinancialQuarter at = now.previous();
        at.first().isAfter(start.last());
        at = at.previous()) {
      quarters.add(at);
    }
    return quarters;
  }

  private void look(
      Narrative narrative,
      Sentence sentence,
      Matcher words,
      List<FinancialQuarter> others,
      Consumer<Finding> found) {
    Optional<Boolean> high = HighestMonthInWords.isHighest(narrative, words);
    int extreme = sentence.start() + words.start("extreme");
    String lead = words.group("before").replaceAll("[\\d,.]+", " ");
    boolean ofNow =
        sentence.periods().stream()
                .filter(p -> p.end() <= extreme)
                .allMatch(
                    p -> narrative.meant(Optional.of(p)).filter(narrative::isReported).isPresent())
            && sentence.claims().stream()
                .filter(c -> c.figure().end() <= extreme)
                .allMatch(c -> narrative.agrees(c.figure(), narrative.now().orElseThrow()));
    List<String> before = Vocabulary.wordsOf(lead).stream().filter(w -> !w.isEmpty()).toList();
    if (high.isEmpty()
        || !ofNow
        || SOME_OF.matcher(lead).matches()
        || HighestMonthInWords.isOfSomethingElse(narrative, words.group("of"))
        || HighestMonthInWords.isOfSomethingElse(narrative, lead)
        || narrative.about(before, sentence) != Narrative.About.OWN) {
      return;
    }
    BigDecimal now = narrative.now().orElseThrow();
    for (FinancialQuarter other : others) {
      Optional<BigDecimal> value = narrative.value(other);
      if (value.isPresent() && value.get().compareTo(now) == (high.get() ? 1 : -1)) {
        found.accept(
            narrative.finding(
                rule(),
                narrative.message(
                    "the commentary calls this quarter's %s the %s, but %s in %s is %s; correct the"
                        + " words.",
                    narrative.shown(now),
                    words.group("extreme").toLowerCase(Locale.ROOT),
                    narrative.shown(value.get()),
                    other.label(),
                    high.get() ? "higher" : "lower")));
        return;
      }
    }
  }
}
