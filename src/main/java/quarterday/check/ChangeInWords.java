package quarterday.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Claim.Scope;
import quarterday.commentary.Direction;
import quarterday.commentary.Figure;
import quarterday.commentary.Movement;
import quarterday.commentary.Sentence;
import quarterday.kpi.CalendarMonth;
import quarterday.kpi.Finding;
import quarterday.kpi.ReportingPeriod;
import quarterday.review.Comparison;

/**
 * A difference in the commentary that the two periods do not give, in size or in direction: {@code
 * 95 more} for 59, {@code fewer} for more, {@code fell} for rose.
 */
final class ChangeInWords implements Check {
  @Override
  public CheckRule rule() {
    return CheckRule.CHANGE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    subject.narratives().forEach(narrative -> look(narrative, found));
  }

  void look(Narrative narrative, Consumer<Finding> found) {
    for (Sentence sentence : narrative.sentences()) {
      boolean told = false;
      for (Claim claim : sentence.claims()) {
        boolean points = claim.about() == About.POINTS_CHANGE && narrative.measure().isPercentage();
        if (claim.about() == About.CHANGE || points) {
          Optional<Change> wrong = Change.wrong(narrative, sentence, claim);
          wrong.ifPresent(change -> tell(narrative, change, found));
          told |= wrong.isPresent();
        }
      }
      told = told || fromTo(narrative, sentence, found) || toNow(narrative, sentence, found);
      if (!told) {
        direction(narrative, sentence, found);
      }
    }
  }

  private void tell(Narrative narrative, Change change, Consumer<Finding> found) {
    boolean points = change.claim().about() == About.POINTS_CHANGE;
    int decimals = decimals(change);
    String now = Narrative.plain(change.now(), scale(change.now()), true);
    String then = Narrative.plain(change.then(), scale(change.then()), true);
    String where = change.from().equals("the text") ? "" : " in " + change.from();
    String said = narrative.quote(change.claim().figure());
    String unit = points ? " percentage points" : "";
    String truth = Narrative.plain(change.expected().abs(), decimals, true) + unit;
    Finding finding =
        narrative.finding(
            rule(),
            change.isOff()
                ? narrative.message(
                    "%s less %s%s is %s, but the commentary says %s; correct the difference.",
                    now, then, where, (change.expected().signum() < 0 ? "-" : "") + truth, said)
                : narrative.message(
                    "%s after %s%s is %s of %s, but the commentary says the opposite; correct the"
                        + " word for the direction.",
                    now, then, where, change.way(), truth));
    found.accept(
        change.isOff() && !change.isBackwards()
            ? finding.suggesting(narrative.with(change.claim().figure(), change.expected()))
            : finding);
  }

  private static int decimals(Change change) {
    return Math.max(
        Math.max(0, change.claim().figure().decimals()), Math.min(1, scale(change.expected())));
  }

  private static int scale(BigDecimal value) {
    return Math.min(
        1, Math.max(0, value.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().scale()));
  }

  /** {@code rose from 108 to 95}, {@code 95 tweets, up from 108}. */
  private boolean fromTo(Narrative narrative, Sentence sentence, Consumer<Finding> found) {
    List<Claim> claims = sentence.claims();
    for (int i = 0; i < claims.size(); i++) {
      Claim then = claims.get(i);
      Optional<Movement> movement = movementBefore(narrative, sentence, then);
      Optional<Claim> now = other(narrative, claims, i);
      if (then.about() != About.EARLIER || movement.isEmpty()) {
        continue;
      }
      if (now.isEmpty()) {
        if (thanNow(narrative, sentence, then, movement.get(), found)) {
          return true;
        }
        continue;
      }
      int truth = now.get().figure().value().compareTo(then.figure().value());
      if (truth != 0 && movement.get().direction().sign() != truth) {
        found.accept(
            narrative.finding(
                rule(),
                narrative.message(
                    "from %s to %s is %s, but the commentary says \"%s\"; correct the word or the"
                        + " figures.",
                    narrative.quote(then.figure()),
                    narrative.quote(now.get().figure()),
                    truth > 0 ? "a rise" : "a fall",
                    narrative.read().quote(movement.get().start(), movement.get().end()))));
        return true;
      }
    }
    return false;
  }

  /** {@code The rate remains lower than the 6.2% of a year ago}: now is the table's. */
  private boolean thanNow(
      Narrative narrative,
      Sentence sentence,
      Claim then,
      Movement movement,
      Consumer<Finding> found) {
    boolean own =
        narrative.givesValue()
            && movement.scope() == Scope.ALL
            && narrative.isComparable(then.figure())
            && then.figure().hedge() == Figure.Hedge.EXACT
            && sentence.claims().stream().noneMatch(c -> c.about() == About.LEVEL)
            && sentence.periods().stream().noneMatch(p -> p.end() <= movement.start())
            && narrative.about(movement.subject(), sentence) == Narrative.About.OWN;
    Optional<BigDecimal> value =
        narrative
            .now()
            .filter(v -> own)
            .flatMap(v -> then.figure().measured(v, narrative.measure().unit()));
    if (value
        .filter(v -> v.compareTo(then.figure().value()) == -movement.direction().sign())
        .isEmpty()) {
      return false;
    }
    found.accept(
        narrative.finding(
            rule(),
            narrative.message(
                "the commentary says \"%s\" than %s, but the table has %s; correct the word or the"
                    + " figures.",
                narrative.read().quote(movement.start(), movement.end()),
                narrative.quote(then.figure()),
                narrative.now().map(narrative::shown).orElse(""))));
    return true;
  }

  /**
   * {@code fell to 26}, where the report's own value is above both the earlier ones: the basis is
   * not named, but no usual one bears the word out.
   */
  private boolean toNow(Narrative narrative, Sentence sentence, Consumer<Finding> found) {
    Optional<BigDecimal> now = narrative.now();
    List<BigDecimal> earlier =
        Stream.of(narrative.review().previous(), narrative.review().yearAgo())
            .flatMap(c -> c.earlier().value().stream())
            .toList();
    boolean monthly =
        sentence.periods().stream()
            .filter(p -> !narrative.isEndOf(p))
            .anyMatch(
                p ->
                    narrative
                        .meant(Optional.of(p))
                        .filter(narrative::isWithin)
                        .filter(CalendarMonth.class::isInstance)
                        .isPresent());
    if (now.isEmpty() || earlier.isEmpty() || monthly) {
      return false;
    }
    String text = narrative.read().text();
    for (Movement movement : sentence.movements()) {
      int end = movement.end();
      boolean own =
          movement.direction().isMove()
              && movement.factor() == 0
              && movement.scope() == Scope.ALL
              && narrative.about(movement.subject(), sentence) == Narrative.About.OWN
              && sentence.claims().stream()
                  .filter(c -> c.about() == About.LEVEL && c.figure().start() > end)
                  .filter(c -> narrative.agrees(c.figure(), now.get()))
                  .anyMatch(c -> text.substring(end, c.figure().start()).matches("\\s+to\\s+"));
      boolean denied =
          earlier.stream()
              .allMatch(then -> now.get().compareTo(then) == -movement.direction().sign());
      if (own && denied) {
        found.accept(
            narrative.finding(
                rule(),
                narrative.message(
                    "the commentary says \"%s\" to %s, but the earlier figures are %s; correct the"
                        + " word.",
                    narrative.read().quote(movement.start(), end),
                    narrative.shown(now.get()),
                    String.join(" and ", earlier.stream().map(narrative::shown).toList()))));
        return true;
      }
    }
    return false;
  }

  /** The word for up or down that leads to {@code from} and this value. */
  private static Optional<Movement> movementBefore(
      Narrative narrative, Sentence sentence, Claim then) {
    int start = then.figure().start();
    String text = narrative.read().text();
    return sentence.movements().stream()
        .filter(m -> m.direction().isMove() && m.end() <= start && isOfUnit(narrative, m))
        .filter(m -> start - m.end() < NEAR)
        .filter(
            m ->
                text.substring(m.end(), start)
                    .matches(
                        "(?s)[^.;,]*(?:,\\s*)?\\b(?:from|than)\\s+(?:(?:the|a|total|of)\\s+)*"))
        .reduce((first, second) -> second);
  }

  /** How far the word may stand from the value. */
  private static final int NEAR = 50;

  /** The value after {@code to}, or the one before. */
  private static Optional<Claim> other(Narrative narrative, List<Claim> claims, int then) {
    Figure.Kind kind = claims.get(then).figure().kind();
    String text = narrative.read().text();
    if (then + 1 < claims.size()) {
      Claim next = claims.get(then + 1);
      String between = text.substring(claims.get(then).figure().end(), next.figure().start());
      boolean to =
          next.about() == About.LEVEL
              && (next.figure().kind() == kind || next.figure().kind() == Figure.Kind.NUMBER)
              && between.length() < 2 * NEAR
              && between.matches("(?s)(?:[^.;]*\\s)?to\\s+(?:the\\s+)?");
      if (to) {
        return Optional.of(next);
      }
    }
    for (int i = then - 1; i >= 0; i--) {
      Claim before = claims.get(i);
      if (before.about() == About.LEVEL) {
        boolean current =
            before.period().isEmpty()
                || narrative.meant(before.period()).filter(narrative::isReported).isPresent()
                || areMonths(narrative, before, claims.get(then));
        boolean near = claims.get(then).figure().start() - before.figure().end() < 2 * NEAR;
        return (before.figure().kind() == kind || kind == Figure.Kind.NUMBER) && current && near
            ? Optional.of(before)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** {@code 74.7% in March, up from 73.9% in January}. */
  private static boolean areMonths(Narrative narrative, Claim now, Claim then) {
    Optional<ReportingPeriod> late = narrative.meant(now.period());
    Optional<ReportingPeriod> early = narrative.meant(then.period());
    return late.filter(CalendarMonth.class::isInstance).isPresent()
        && early.filter(CalendarMonth.class::isInstance).isPresent()
        && early.get().last().isBefore(late.get().first());
  }

  /** {@code emails fell compared with the previous quarter}. */
  private void direction(Narrative narrative, Sentence sentence, Consumer<Finding> found) {
    for (Movement movement : sentence.movements()) {
      boolean told =
          movement.figured()
              || movement.factor() != 0
              || movement.scope() != Scope.ALL
              || movement.basis().isEmpty()
              || !isOfUnit(narrative, movement);
      if (told
          || narrative.about(movement.subject(), sentence) != Narrative.About.OWN
          || isSomebodyElse(narrative, movement)
          || narrative.isOfPart(sentence, movement.start())
          || isFromSomewhere(narrative, sentence, movement)) {
        continue;
      }
      for (Comparison comparison : narrative.against(movement.basis())) {
        Optional<BigDecimal> change = comparison.change();
        if (change.isEmpty() || comparison.isPartial()) {
          continue;
        }
        int truth =
            change
                .get()
                .setScale(
                    narrative.workbook().settings().decimals(narrative.measure().unit()),
                    RoundingMode.HALF_UP)
                .signum();
        // A tenth of a day is a rise, and is none where days are whole.
        int said = movement.direction().sign();
        if (said != truth && said != change.get().signum()) {
          found.accept(
              narrative.finding(
                  rule(),
                  narrative.message(
                      "the commentary says \"%s\", but %s after %s in %s is %s; correct the word.",
                      narrative.read().quote(movement.start(), movement.end()),
                      narrative.now().map(narrative::shown).orElse(""),
                      comparison.earlier().value().map(narrative::shown).orElse(""),
                      comparison.earlier().period().label(),
                      truth == 0 ? "no change" : truth > 0 ? "a rise" : "a fall")));
          return;
        }
      }
    }
  }

  /** Slower and quicker are said of times. */
  private static boolean isOfUnit(Narrative narrative, Movement movement) {
    String word = narrative.read().quote(movement.start(), movement.end());
    return !Direction.pace(word.toLowerCase(Locale.ROOT)).isMove()
        || narrative.measure().unit().isTime();
  }

  /** {@code fewer from the south}: of some only. */
  private static boolean isFromSomewhere(
      Narrative narrative, Sentence sentence, Movement movement) {
    Matcher from = FROM.matcher(narrative.read().text()).region(movement.end(), sentence.end());
    if (!from.lookingAt()) {
      return false;
    }
    int at = from.end();
    return sentence.periods().stream().noneMatch(p -> p.start() <= at && p.end() > at)
        && sentence.claims().stream()
            .noneMatch(c -> c.figure().start() <= at && c.figure().end() > at);
  }

  private static final Pattern FROM =
      Pattern.compile(
          "(?i)\\s+(?:[a-z]+\\s+)?(?:from|among|involving|about|at)\\s+(?:the\\s+)?(?=[a-z])");

  /** Words before the movement that no general sentence about the measure would have. */
  private static boolean isSomebodyElse(Narrative narrative, Movement movement) {
    long foreign =
        movement.subject().stream()
            .filter(word -> !Vocabulary.isGeneral(word) && !narrative.vocabulary().has(word))
            .count();
    return foreign > 3 || movement.direction() == Direction.UNSAID;
  }
}
