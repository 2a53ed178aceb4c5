package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Figure;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Finding;
import quarterday.kpi.QuarterRule;

/** {@code August accounts for 45% of the quarter}, where the table gives another share. */
final class MonthsShareInWords implements Check {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What leads from the month to its share. */
  private static final Pattern MAKING =
      Pattern.compile(
          "(?is)(?:[^.;]*(?:\\band|,|\\)))?\\s*(?:\\b(?:alone|itself|therefore|also))?\\s*(?:account(?:s|ed|ing)\\s+for"
              + "|ma(?:de|kes|king)\\s+up|represent(?:s|ed|ing)|contribut(?:es|ed|ing)|provid(?:es|ed)"
              + "|saw|brought)\\s+");

  /** What the share is of. */
  private static final Pattern OF_ALL =
      Pattern.compile(
          "(?is)\\s+of\\s+(?:all\\s+)?(?:the\\s+|this\\s+)?(?:quarter(?:'s|\u2019s|ly)?|total|overall)\\b(?<what>[^.;,]*).*");

  /**
   * {@code of the quarter's calls came in}, {@code of the total was in}: what leads to the month.
   */
  private static final Pattern IN_MONTH =
      Pattern.compile(
          "(?is)\\s+of\\s+(?:all\\s+)?(?:the\\s+|this\\s+)?(?:quarter(?:'s|\u2019s|ly)|total)\\b(?<what>[^.;,]*?)"
              + "(?:\\s+(?:was|were|fell|came|came\\s+in|occurred|happened|recorded|received|made|taken|lost))*\\s+in\\s+");

  private static final Pattern PAIRED = Pattern.compile("\\d,?\\s+or\\s+$");

  @Override
  public CheckRule rule() {
    return CheckRule.PERCENTAGE_OF_PARTS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      boolean added = narrative.measure().rule() == QuarterRule.SUM;
      Optional<BigDecimal> now = narrative.now().filter(v -> added && v.signum() > 0);
      for (Sentence sentence : now.isPresent() ? narrative.sentences() : List.<Sentence>of()) {
        for (Claim share : sentence.claims()) {
          if (share.figure().isShare()) {
            look(narrative, sentence, share.figure(), now.get(), found);
          }
        }
      }
    }
  }

  private void look(
      Narrative narrative,
      Sentence sentence,
      Figure share,
      BigDecimal now,
      Consumer<Finding> found) {
    String before = narrative.read().text().substring(sentence.start(), share.start());
    if (PAIRED.matcher(before).find()) {
      // "189, or 45% of the total" is a share of its own.
      return;
    }
    Optional<PeriodMention> month = month(narrative, sentence, share);
    Optional<BigDecimal> value =
        narrative
            .meant(month)
            .filter(CalendarMonth.class::isInstance)
            .filter(narrative::isWithin)
            .flatMap(narrative::value);
    if (value.isEmpty()) {
      return;
    }
    BigDecimal truth = value.get().multiply(HUNDRED).divide(now, MathContext.DECIMAL64);
    if (!share.agrees(truth)) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "%s of %s is %s%%, but the commentary says that %s has %s; correct the share.",
                  narrative.shown(value.get()),
                  narrative.shown(now),
                  Narrative.plain(truth, Math.max(0, share.decimals()), false),
                  narrative.quote(month.get()),
                  narrative.quote(share))));
    }
  }

  /** The month that a share is said to be of the quarter's. */
  private static Optional<PeriodMention> month(
      Narrative narrative, Sentence sentence, Figure share) {
    String text = narrative.read().text();
    Matcher ofAll = OF_ALL.matcher(text.substring(share.end(), sentence.end()));
    Optional<PeriodMention> before =
        sentence.periods().stream()
            .filter(p -> p.end() <= share.start())
            .reduce((first, last) -> last)
            .filter(p -> MAKING.matcher(text.substring(p.end(), share.start())).matches())
            .filter(p -> ofAll.matches() && isOwn(narrative, ofAll.group("what")));
    if (before.isPresent()) {
      return before;
    }
    if (ofAll.matches() && isOwn(narrative, ofAll.group("what"))) {
      Optional<PeriodMention> valued = valued(narrative, sentence, share);
      if (valued.isPresent()) {
        return valued;
      }
    }
    String lead = text.substring(sentence.start(), share.start()).strip();
    boolean opens = lead.isEmpty() || lead.endsWith(";") || lead.endsWith(":");
    for (PeriodMention period : opens ? sentence.periods() : List.<PeriodMention>of()) {
      if (period.start() > share.end()) {
        Matcher in = IN_MONTH.matcher(text.substring(share.end(), period.start()));
        if (in.matches() && isOwn(narrative, in.group("what"))) {
          return Optional.of(period);
        }
      }
    }
    return Optional.empty();
  }

  /** {@code December's 92 are 43% of the total}: the only month, whose value stands before. */
  private static Optional<PeriodMention> valued(
      Narrative narrative, Sentence sentence, Figure share) {
    List<PeriodMention> months =
        sentence.periods().stream()
            .filter(
                p ->
                    narrative
                        .meant(Optional.of(p))
                        .filter(CalendarMonth.class::isInstance)
                        .isPresent())
            .toList();
    Optional<BigDecimal> value =
        months.size() == 1
            ? narrative.meant(Optional.of(months.get(0))).flatMap(narrative::value)
            : Optional.empty();
    List<Claim> before =
        sentence.claims().stream()
            .filter(c -> c.figure().end() <= share.start())
            .filter(c -> c.about() == Claim.About.LEVEL)
            .toList();
    boolean only =
        value.isPresent()
            && value.get().compareTo(BigDecimal.TEN) >= 0
            && before.size() == 1
            && narrative.agrees(before.get(0).figure(), value.get())
            && narrative
                .read()
                .text()
                .substring(before.get(0).figure().end(), share.start())
                .matches("(?is)[^.;]*(?:\\band|,|\\bor|\\()\\s*(?:so\\s+|nearly\\s+|almost\\s+)?");
    return only ? Optional.of(months.get(0)) : Optional.empty();
  }

  private static boolean isOwn(Narrative narrative, String words) {
    return Vocabulary.in(words).stream().allMatch(narrative::isOwnWord);
  }
}
