package quarterday.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

  private void look(Narrative narrative, List<Figure> shares, Consumer<Finding> found) {
    if (shares.size() < FEWEST) {
      return;
    }
    BigDecimal sum = shares.stream().map(Figure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    int decimals = shares.stream().mapToInt(Figure::decimals).min().orElseThrow();
    BigDecimal rounding = HALF.movePointLeft(decimals).multiply(BigDecimal.valueOf(shares.size()));
    BigDecimal over = sum.subtract(HUNDRED);
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
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "the shares in the commentary (%s) add to %s%%, not 100%%; correct the one that is"
                      + " wrong.",
                  String.join(", ", shares.stream().map(narrative::quote).toList()),
                  Narrative.plain(sum, sum.stripTrailingZeros().scale(), false))));
    }
  }
}
