package quarterday.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Figure;
import quarterday.commentary.Figure.Hedge;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;
import quarterday.kpi.QuarterRule;

/** So much for each of a number in the text, which the measure's total over that number denies. */
final class AverageInWords implements Check {
  /** {@code 2.6 hours a visit}, {@code £3,600 for each grant}. */
  private static final Pattern EACH =
      Pattern.compile(
          "(?is)\\s+(?:\\w+\\s+)?(?:a|an|per|for\\s+(?:each|every)|each)\\s+(?:of\\s+the\\s+[\\d,]+\\s+)?(\\w+)\\b(?!\\s+(?:a|per|each)\\b).*");

  /** {@code The average for each of the 64 grants was }, and the like. */
  private static final Pattern FOR_EACH_OF =
      Pattern.compile(
          "(?is).*\\baverage\\s+(?:\\w+\\s+)?(?:for|of|per|over|across)\\s+(?:each\\s+(?:of\\s+)?)?(?:the\\s+|all\\s+)*"
              + "[\\d,]+\\s+(\\w+)\\s+(?:was|is|were|being)\\s+");

  private static final Set<String> TIMES =
      Set.of("day", "week", "month", "quarter", "year", "hour", "minute", "night", "time", "head");

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  @Override
  public CheckRule rule() {
    return CheckRule.RATE_OF_BASE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      if (narrative.measure().rule() == QuarterRule.SUM && narrative.givesValue()) {
        for (Sentence sentence : narrative.sentences()) {
          sentence.claims().forEach(mean -> look(narrative, sentence, mean, found));
        }
      }
    }
  }

  private void look(Narrative narrative, Sentence sentence, Claim mean, Consumer<Finding> found) {
    Optional<String> each = each(narrative, sentence, mean);
    List<Figure> bases =
        each.isEmpty()
            ? List.of()
            : sentence.claims().stream()
                .filter(c -> c.about() == About.LEVEL || c.about() == About.WHOLE)
                .filter(c -> !c.equals(mean) && isCounted(narrative, c, each.get()))
                .filter(
                    c ->
                        narrative.meant(c.period()).filter(p -> !narrative.isReported(p)).isEmpty())
                .map(Claim::figure)
                .toList();
    boolean current =
        (mean.about() == About.LEVEL || mean.about() == About.OTHER)
            && narrative.meant(mean.period()).filter(p -> !narrative.isReported(p)).isEmpty();
    if (bases.size() != 1 || !current || bases.get(0).value().signum() == 0) {
      return;
    }
    BigDecimal now = narrative.now().orElseThrow();
    BigDecimal exact = now.divide(bases.get(0).value(), MathContext.DECIMAL64);
    Optional<BigDecimal> truth =
        mean.figure()
            .measured(exact, narrative.measure().unit())
            .filter(t -> !mean.figure().agrees(t))
            .filter(t -> t.compareTo(mean.figure().value().multiply(TWO)) <= 0)
            .filter(t -> mean.figure().value().compareTo(t.multiply(TWO)) <= 0);
    if (truth.isPresent()) {
      found.accept(
          narrative
              .finding(
                  rule(),
                  narrative.message(
                      "%s over %s is %s for each, but the commentary says %s; correct the average,"
                          + " or state what it is of.",
                      narrative.shown(now),
                      narrative.quote(bases.get(0)),
                      Narrative.plain(truth.get(), Math.max(0, mean.figure().decimals()), true),
                      narrative.quote(mean.figure())))
              .suggesting(narrative.with(mean.figure(), truth.get())));
    }
  }

  /** The thing that a figure is for each of, less its ending. */
  private static Optional<String> each(Narrative narrative, Sentence sentence, Claim mean) {
    String text = narrative.read().text();
    Matcher behind = EACH.matcher(text.substring(mean.figure().end(), sentence.end()));
    Matcher before = FOR_EACH_OF.matcher(text.substring(sentence.start(), mean.figure().start()));
    Optional<String> word =
        before.matches()
            ? Optional.of(before.group(1))
            : behind.matches() ? Optional.of(behind.group(1)) : Optional.empty();
    return word.map(w -> w.toLowerCase(Locale.ROOT))
        .map(Vocabulary::stem)
        .filter(w -> !TIMES.contains(w));
  }

  private static boolean isCounted(Narrative narrative, Claim claim, String each) {
    Figure figure = claim.figure();
    // "104 hours over 52 visits"
    boolean spread = narrative.quote(figure).toLowerCase(Locale.ROOT).startsWith("over ");
    return figure.kind() == Figure.Kind.NUMBER
        && (figure.hedge() == Hedge.EXACT || spread)
        && figure.upTo().isEmpty()
        && claim.nouns().stream().map(Vocabulary::stem).anyMatch(each::equals);
  }
}
