package quarterday.check;

import java.math.BigDecimal;
import java.util.Locale;
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
              claim.about() == About.SHARE
                  && claim.beside().filter(part -> part.hedge() == Hedge.EXACT).isPresent();
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
