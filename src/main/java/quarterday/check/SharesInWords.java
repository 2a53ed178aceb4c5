package quarterday.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Figure;
import quarterday.commentary.Figure.Hedge;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;

/**
 * Shares of one whole in a commentary that do not add to 100: {@code 82% felt safer, 11% no
 * different and 9% less safe}.
 */
final class SharesInWords implements Check {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Shares further from a hundred than this are of several wholes, or not all are given. */
  private static final BigDecimal OVER = BigDecimal.valueOf(10);

  private static final BigDecimal UNDER = BigDecimal.valueOf(4);
  private static final int FEWEST = 3;

  @Override
  public CheckRule rule() {
    return CheckRule.SHARES_ADD_UP;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      List<Figure> shares = new ArrayList<>();
      for (Sentence sentence : narrative.sentences()) {
        List<Figure> here = shares(sentence);
        List<Figure> together = together(sentence);
        if (isWrongWhole(narrative, sentence, together)) {
          tell(narrative, together, found);
          here = List.of();
        }
        // The next sentence may go on with the rest.
        boolean goesOn =
            !here.isEmpty() && !shares.isEmpty() && here.get(0).start() <= sentence.start() + 1;
        if (!goesOn) {
          look(narrative, shares, found);
          shares.clear();
        }
        shares.addAll(here);
      }
      look(narrative, shares, found);
    }
  }

  private static List<Figure> shares(Sentence sentence) {
    List<Claim> percentages =
        sentence.claims().stream().filter(c -> c.figure().kind() == Figure.Kind.PER_CENT).toList();
    boolean plain =
        percentages.stream()
            .filter(c -> c.about() == About.LEVEL || c.about() == About.SHARE)
            .allMatch(c -> c.period().isEmpty() && c.figure().hedge() == Hedge.EXACT);
    return plain
        ? percentages.stream()
            .filter(c -> c.about() == About.LEVEL || c.about() == About.SHARE)
            .map(Claim::figure)
            .toList()
        : List.of();
  }

  /** The shares of a sentence, where they are not of several periods. */
  private static List<Figure> together(Sentence sentence) {
    List<Claim> shares =
        sentence.claims().stream()
            .filter(c -> c.figure().kind() == Figure.Kind.PER_CENT)
            .filter(c -> c.about() == About.LEVEL || c.about() == About.SHARE)
            .toList();
    boolean one =
        shares.stream().flatMap(c -> c.period().stream()).distinct().count() <= 1
            && shares.stream().allMatch(c -> c.figure().hedge() == Hedge.EXACT);
    return one ? shares.stream().map(Claim::figure).toList() : List.of();
  }

  private void look(Narrative narrative, List<Figure> shares, Consumer<Finding> found) {
    if (shares.size() < FEWEST) {
      return;
    }
    BigDecimal rounding = rounding(shares);
    BigDecimal over = sum(shares).subtract(HUNDRED);
    // What is under a hundred may leave some out, unless the row's own share is one of them.
    boolean ofTheRow =
        narrative
            .now()
            .filter(v -> narrative.measure().isPercentage())
            .filter(v -> shares.stream().anyMatch(share -> share.agrees(v)))
            .isPresent();
    boolean wrong =
        over.signum() > 0
            ? over.compareTo(rounding) > 0 && over.compareTo(OVER) <= 0
            : ofTheRow
                && over.negate().compareTo(rounding) > 0
                && over.negate().compareTo(UNDER) <= 0;
    if (wrong) {
      tell(narrative, shares, found);
    }
  }

  private void tell(Narrative narrative, List<Figure> shares, Consumer<Finding> found) {
    BigDecimal sum = sum(shares);
    found.accept(
        narrative.finding(
            rule(),
            narrative.message(
                "the shares in the commentary (%s) add to %s%%, not 100%%; correct the one that is"
                    + " wrong.",
                String.join(", ", shares.stream().map(narrative::quote).toList()),
                Narrative.plain(sum, Math.max(0, sum.stripTrailingZeros().scale()), false))));
  }

  /**
   * {@code 65% were women and 30% were men}, {@code made up of 40% by letter, 35% by email and 15%
   * by telephone}: shares that leave nothing out.
   */
  private static boolean isWrongWhole(Narrative narrative, Sentence sentence, List<Figure> shares) {
    List<Claim> claims =
        sentence.claims().stream().filter(c -> shares.contains(c.figure())).toList();
    boolean others =
        sentence.claims().stream()
            .anyMatch(
                c ->
                    !claims.contains(c)
                        && (c.figure().isShare()
                            || c.figure().start()
                                > (shares.isEmpty() ? 0 : shares.get(0).start())));
    if (claims.size() < 2
        || others
        || !isList(narrative, claims)
        || REST_LEFT.matcher(narrative.read().text()).find()) {
      return false;
    }
    boolean whole =
        PartsInWords.isWhole(narrative, sentence, shares)
            || (claims.size() == 2
                && PartsInWords.isPair(narrative, claims)
                && isPlain(narrative, sentence, shares));
    BigDecimal off = sum(shares).subtract(HUNDRED).abs();
    return whole && off.compareTo(rounding(shares)) > 0 && off.compareTo(MOST) <= 0;
  }

  /** {@code 30% were men}, and not {@code 30% were men under 40}. */
  private static boolean isPlain(Narrative narrative, Sentence sentence, List<Figure> shares) {
    String text = narrative.read().text();
    return PLAIN.matcher(text.substring(shares.get(0).end(), shares.get(1).start())).matches()
        && PLAIN.matcher(text.substring(shares.get(1).end(), sentence.end())).matches();
  }

  private static final Pattern PLAIN =
      Pattern.compile(
          "(?is)\\s+(?:of\\s+(?:them|these|those|whom)\\s+)?(?:(?:are|were|is|was)\\s+)?[a-z]+(?:-[a-z]+)?"
              + "(?:\\s+(?:staff|officers|employees|people|workers|posts|time))?"
              + "\\s*(?:[.;,(].*|and\\s.*|$)");

  private static boolean isList(Narrative narrative, List<Claim> claims) {
    for (int i = 1; i < claims.size(); i++) {
      if (!PartsInWords.isJoined(narrative, claims.get(i - 1), claims.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Those who are of neither kind, or are not known. */
  private static final Pattern REST_LEFT =
      Pattern.compile(
          "(?i)\\b(?:unknown|not\\s+(?:known|stated|recorded|said|given|disclosed)|unstated|unspecified"
              + "|undisclosed|undeclared|prefer\\w*|non-binary|neither|other\\s+gender|both\\s+kinds)\\b");

  /** Further off than this they are of two wholes. */
  private static final BigDecimal MOST = BigDecimal.valueOf(40);

  private static BigDecimal sum(List<Figure> shares) {
    return shares.stream().map(Figure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal rounding(List<Figure> shares) {
    int decimals = shares.stream().mapToInt(Figure::decimals).min().orElseThrow();
    return HALF.movePointLeft(decimals).multiply(BigDecimal.valueOf(shares.size()));
  }
}
