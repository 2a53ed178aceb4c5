package quarterday.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Figure;
import quarterday.commentary.Figure.Hedge;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;
import quarterday.kpi.Unit;

/** An exact count, or the per cent of one, that is called approximate. */
final class Approximation implements Check {
  /** Smaller numbers are round by chance. */
  private static final BigDecimal TELLING = BigDecimal.valueOf(20);

  private static final Pattern OF_THEM = Pattern.compile("(?i)\\s+of (?:them|these|those)\\b");

  @Override
  public CheckRule rule() {
    return CheckRule.APPROXIMATION;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      for (Sentence sentence : narrative.sentences()) {
        for (Claim claim : sentence.claims()) {
          Figure figure = claim.figure();
          boolean share =
              (claim.about() == About.SHARE
                      && claim.beside().filter(part -> part.hedge() == Hedge.EXACT).isPresent())
                  || isOfCount(narrative, sentence, claim);
          boolean counted =
              narrative.measure().unit() == Unit.COUNT
                  && figure.kind() == Figure.Kind.NUMBER
                  && figure.decimals() == 0
                  && figure.value().compareTo(TELLING) > 0
                  && figure.value().remainder(BigDecimal.TEN).signum() != 0;
          boolean part =
              (claim.about() == About.PART && claim.beside().isPresent())
                  || (counted && isOfThem(narrative, figure));
          boolean exact =
              claim.about() == About.LEVEL
                  && counted
                  && narrative
                      .now()
                      .filter(
                          v -> narrative.isComparable(figure) && v.compareTo(figure.value()) == 0)
                      .isPresent();
          boolean inWords = figure.kind() == Figure.Kind.FRACTION;
          if (figure.hedge() == Hedge.ABOUT && !inWords && (share || part || exact)) {
            found.accept(
                narrative
                    .finding(
                        rule(),
                        narrative.message(
                            "\"%s\" is exact, because it is counted; drop the word for about.",
                            narrative.quote(figure)))
                    .suggesting(without(narrative, figure)));
          }
        }
      }
    }
  }

  /**
   * {@code 124 of the 162 were answered on time, approximately 77%}: the share of two numbers that
   * are counted, which stand before it.
   */
  private static boolean isOfCount(Narrative narrative, Sentence sentence, Claim share) {
    int at = sentence.claims().indexOf(share);
    if (at == 0
        || share.figure().kind() != Figure.Kind.PER_CENT
        || (share.about() != About.LEVEL && share.about() != About.SHARE)) {
      return false;
    }
    String between =
        narrative
            .read()
            .text()
            .substring(sentence.claims().get(at - 1).figure().end(), share.figure().start());
    Optional<Claim> part =
        sentence.claims().subList(0, at).stream()
            .filter(c -> c.figure().kind() == Figure.Kind.NUMBER)
            .filter(c -> c.about() == About.PART || isOfThem(narrative, c.figure()))
            .reduce((one, last) -> last);
    Optional<BigDecimal> whole =
        part.flatMap(
            p ->
                p.about() == About.PART
                    ? p.beside().filter(w -> w.hedge() == Hedge.EXACT).map(Figure::value)
                    : narrative.now());
    return THAT_IS.matcher(between).matches()
        && part.filter(p -> p.figure().hedge() == Hedge.EXACT).isPresent()
        && whole.filter(w -> w.signum() > 0 && isShare(part.get().figure(), w, share)).isPresent();
  }

  private static boolean isShare(Figure part, BigDecimal whole, Claim share) {
    return part.value()
            .multiply(BigDecimal.valueOf(100))
            .divide(whole, Math.max(0, share.figure().decimals()), RoundingMode.HALF_UP)
            .compareTo(share.figure().value())
        == 0;
  }

  private static final Pattern THAT_IS =
      Pattern.compile(
          "(?is)[^.;:()\\d]{0,90}(?:\\(|,|\\bor\\b|\\b(?:which|this|that)\\s+(?:is|was|represents|represented"
              + "|equates\\s+to|equals)\\b|\\brepresenting\\b|\\bequal\\s+to\\b|\\bequivalent\\s+to\\b"
              + "|\\ba\\s+rate\\s+of\\b)[\\s,]*");

  /** {@code approximately 47 of them}; "some 21 of these" may be no more than 21 of these. */
  private static boolean isOfThem(Narrative narrative, Figure figure) {
    String text = narrative.read().text();
    return !narrative.quote(figure).toLowerCase(Locale.ROOT).startsWith("some")
        && OF_THEM.matcher(text).region(figure.end(), text.length()).lookingAt();
  }

  private static String without(Narrative narrative, Figure figure) {
    String text = narrative.read().text();
    String bare = text.substring(figure.start(), figure.end()).replaceFirst("^[^\\d\u00a3]+", "");
    return text.substring(0, figure.start()) + bare + text.substring(figure.end());
  }
}
