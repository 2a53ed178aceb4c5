package quarterday.commentary;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import quarterday.commentary.Figure.Kind;
import quarterday.commentary.Figure.Sign;

/** Tells the figures of a sentence that are changes, and which way they went. */
final class ChangeGrammar extends ItemRow {
  private static final Lexicon WHERE_IT_STOOD =
      Lexicon.of(
          "that level levels where they it its their our stood was were in at for figure number"
              + " total seen");

  private static final Lexicon VALUES = Lexicon.of("figure total level number value average");

  private static final Lexicon DIFFERENCES =
      Lexicon.of("difference change gap improvement deterioration");

  private static final Lexicon CHANGED = Lexicon.of("improved worsened changed moved");

  ChangeGrammar(List<Item> items) {
    super(items);
  }

  /** {@code eight monthly increases in a row}: how often something rose, not by how much. */
  boolean isNumberOfChanges(int i) {
    int at = i + 1;
    while (at < i + 4 && OF_CHANGES.has(item(at).text())) {
      at++;
    }
    return figure(i).kind() == Kind.NUMBER
        && PLURAL_CHANGES.has(item(at).text())
        && (at > i + 1
            || is(at + 1, "in", "a")
            || is(at + 1, "in", "succession")
            || is(at + 1, "running"));
  }

  static final Lexicon PLURAL_CHANGES =
      Lexicon.of("rises increases gains falls decreases reductions drops declines dips");

  private static final Lexicon OF_CHANGES =
      Lexicon.of(
          "monthly quarterly weekly yearly annual consecutive successive straight unbroken small"
              + " further steady");

  /** Which way a figure says that something went; empty where it is no change. */
  Optional<Direction> direction(int i) {
    Figure figure = figure(i);
    Direction direction =
        figure.sign() == Sign.PLUS
            ? Direction.UP
            : figure.sign() == Sign.MINUS ? Direction.DOWN : leading(i);
    if (figure.sign() == Sign.MINUS && leading(i) == Direction.UNSAID && isLevelVerb(i)) {
      return Optional.empty();
    }
    if (direction == Direction.UNSAID) {
      direction = trailing(i);
    }
    if (direction == Direction.UNSAID && isExtra(i)) {
      direction = Direction.UP;
    }
    if (direction == Direction.UNSAID && isTime(figure) && is(i + 2, "than")) {
      direction = Direction.pace(item(i + 1).text());
    }
    boolean difference =
        isDifferenceOf(i)
            || (is(i - 1, "of") && DIFFERENCES.has(item(i - 2).text()))
            || (is(i - 1, "by") && CHANGED.has(item(i - 2).text()))
            || isBetterOrWorse(i);
    if (direction == Direction.UNSAID && figure.kind() != Kind.POINTS && !difference) {
      return Optional.empty();
    }
    return Optional.of(direction);
  }

  /** {@code the quarter-on-quarter change is 106}. */
  private boolean isDifferenceOf(int i) {
    boolean noun = is(i - 2, "change") || is(i - 2, "difference");
    boolean being = is(i - 1, "is") || is(i - 1, "was");
    return being && noun && isPeriod(i - 3) && basisAdjective(i - 3);
  }

  /** {@code an extra 142 since the end of December}, {@code an additional 18 on quarter three}. */
  boolean isExtra(int i) {
    boolean extra = is(i - 2, "an") && (is(i - 1, "extra") || is(i - 1, "additional"));
    if (extra && is(i - 3, ",") && !item(i + 1).isWord()) {
      // "rose from 63.5 to 69, an extra 5.5 hours"
      return IntStream.range(0, i).anyMatch(k -> is(k, "from") && isFigure(k + 1));
    }
    for (int k = i + 1; extra && k < i + 9 && k < items.size(); k++) {
      if (isFigure(k) || is(k, ",") || Lexicon.CLAUSE_ENDS.has(item(k).text())) {
        return false;
      }
      if (isPeriod(k)) {
        int left = k - 1;
        while (left > i && Lexicon.TO_BASIS.has(item(left).text())) {
          left--;
        }
        return Lexicon.COMPARING.has(item(left).text())
            || is(left, "on")
            || is(left, "since")
            || is(k - 1, "since");
      }
    }
    return false;
  }

  /** {@code a 57% improvement}, {@code 5% better than}: which way is up, the measure knows. */
  private boolean isBetterOrWorse(int i) {
    return (Lexicon.BETTER_OR_WORSE.has(item(i + 1).text()) && is(i + 2, "than"))
        || is(i + 1, "improvement")
        || is(i + 1, "deterioration");
  }

  private boolean isLevelVerb(int i) {
    return is(i - 1, "was") || is(i - 1, "were");
  }

  /** {@code up 59}, {@code fell by 13}, {@code an increase in emails of 419}. */
  Direction leading(int i) {
    if (is(i - 1, "is") || is(i - 1, "was")) {
      return opening(i - 1);
    }
    if (is(i - 1, "by") && (is(i - 2, ",") || isThatIs(i - 2))) {
      // "significantly more, by 312, than in quarter one"
      Direction apart = is(i - 2, ",") ? Direction.trailing(item(i - 3).text()) : Direction.UNSAID;
      return apart.isMove() ? apart : verbBefore(i - 2);
    }
    if (is(i - 1, "by") && (is(i - 2, ")") || isPeriod(i - 2)) && isExceeded(i - 2)) {
      return Direction.UP;
    }
    if (is(i - 1, "of") && is(i - 2, "loss") && is(i - 3, "a")) {
      return Direction.DOWN;
    }
    if (isBeyondBy(i)) {
      return is(i - 3, "above") ? Direction.UP : Direction.DOWN;
    }
    int left = i - 1;
    boolean of = false;
    for (int k = 0; k < 4 && Lexicon.FILL.has(item(left).text()) && !is(left, "to"); k++) {
      if (is(left, "in")) {
        return Direction.UNSAID;
      }
      of |= is(left, "of");
      left--;
    }
    if (left == i - 2 && is(i - 1, "by") && Direction.trailing(item(left).text()).isMove()) {
      // "higher by 203"
      return Direction.trailing(item(left).text());
    }
    if (left == i - 2 && is(i - 1, "by") && isPeriod(left) && basisAdjective(left)) {
      // "decreased year on year by 47"
      left--;
    }
    Direction direction = Direction.leading(item(left).text());
    if (direction != Direction.UNSAID) {
      boolean verbOf =
          of
              && (Direction.UP_VERBS.has(item(left).text())
                  || Direction.DOWN_VERBS.has(item(left).text())
                  || is(left, "up")
                  || is(left, "down"));
      boolean phrase = is(left, "up") && Lexicon.PHRASAL.has(item(left - 1).text());
      return verbOf || phrase ? Direction.UNSAID : direction;
    }
    if (of) {
      // Back over "in the number of emails" to the noun.
      for (int k = left; k > left - 7 && k >= 0; k--) {
        if (isFigure(k) || isPeriod(k) || !item(k).isWord()) {
          return Direction.UNSAID;
        }
        boolean noun =
            Direction.UP_NOUNS.has(item(k).text()) || Direction.DOWN_NOUNS.has(item(k).text());
        if (noun) {
          return is(k + 1, "in") || is(k + 1, "on")
              ? Direction.leading(item(k).text())
              : Direction.UNSAID;
        }
      }
    }
    return Direction.UNSAID;
  }

  /** {@code exceeded that of quarter two by 45}. */
  private boolean isExceeded(int i) {
    for (int k = i; k > i - 12 && k >= 0 && !Lexicon.CLAUSE_ENDS.has(item(k).text()); k--) {
      if (is(k, "exceeded") || is(k, "exceeds") || is(k, "exceeding")) {
        return true;
      }
    }
    return false;
  }

  /** {@code i.e. 12%}, whose last point is a mark of its own. */
  private boolean isThatIs(int i) {
    int at = is(i, ".") || is(i, ",") ? i - 1 : i;
    return is(at, "i.e") || is(at, "ie") || (is(at, "is") && is(at - 1, "that"));
  }

  /** {@code rose from 377 to 421, by 12%}: which way the verb of the sentence goes. */
  private Direction verbBefore(int i) {
    for (int k = i; k >= 0 && !Lexicon.CLAUSE_ENDS.has(item(k).text()); k--) {
      String word = item(k).text();
      boolean adverb = k == i - 1 && (is(k, "up") || is(k, "down"));
      if (adverb || Direction.UP_VERBS.has(word) || Direction.DOWN_VERBS.has(word)) {
        return Direction.leading(word);
      }
    }
    return Direction.UNSAID;
  }

  /** {@code The fall on last quarter was 5%}: a noun at the start, and its comparison. */
  private Direction opening(int verb) {
    int at = verb - 1;
    boolean dated = isPeriod(at);
    if (dated) {
      // "so the rise over the year is 28"
      at--;
      while (Lexicon.LEADING.has(item(at).text())
          || is(at, "on")
          || is(at, "since")
          || is(at, "from")) {
        at--;
      }
    }
    boolean led = is(at - 1, "the") || is(at - 1, "this");
    String last = item(at).text();
    boolean concluded =
        is(at - 2, "so")
            && (!item(verb + 2).isWord() || IntStream.range(0, verb).anyMatch(this::isFigure));
    if (led
        && (concluded || !dated)
        && (Direction.UP_NOUNS.has(last) || Direction.DOWN_NOUNS.has(last))) {
      // "Compared with a year ago the rise is 28"
      boolean alone = verb == 2 && !item(verb + 2).isWord();
      return alone || concluded || isCompared(verb) ? Direction.leading(last) : Direction.UNSAID;
    }
    boolean ofPeriod = isPeriod(verb - 2) && basisAdjective(verb - 2) && is(verb - 3, "the");
    if (ofPeriod && (Direction.UP_NOUNS.has(last) || Direction.DOWN_NOUNS.has(last))) {
      return Direction.leading(last);
    }
    boolean article = is(0, "the") || is(0, "this");
    String noun = item(article ? 1 : 0).text();
    boolean known = Direction.UP_NOUNS.has(noun) || Direction.DOWN_NOUNS.has(noun);
    if (!article || !known) {
      return Direction.UNSAID;
    }
    boolean sized = is(2, "of") && isFigure(3) && figure(3).isAmount();
    boolean compares = sized && verb == 4;
    for (int k = sized ? 4 : 2; k < verb; k++) {
      if (isFigure(k) || Lexicon.CLAUSE_ENDS.has(item(k).text()) || is(k, ",")) {
        return Direction.UNSAID;
      }
      compares |= isPeriod(k);
    }
    return compares ? Direction.leading(noun) : Direction.UNSAID;
  }

  /** Whether a sentence begins with what its figures are compared with. */
  private boolean isCompared(int until) {
    boolean opens = Lexicon.COMPARING.has(item(0).text()) || is(0, "on") || is(0, "over");
    return opens && IntStream.range(0, until).anyMatch(this::isPeriod);
  }

  /**
   * {@code 59 more}, {@code 18 fewer events}, {@code a 12% decrease}, {@code 49.5 hour reduction}.
   */
  Direction trailing(int i) {
    int from = i;
    for (int k = i + 1, words = 0; k < items.size() && words < 5; k++) {
      Item item = item(k);
      if (item.isDash() && item.token().glued()) {
        continue;
      }
      if (k == i + 1
          && item.is("(")
          && isFigure(k + 1)
          && figure(k + 1).isShare()
          && is(k + 2, ")")) {
        // "9 hours (15%) fewer"
        k += 2;
        from = k;
        continue;
      }
      if (k == i + 1 && item.is("or") && isFigure(k + 1) && figure(k + 1).isShare()) {
        // "24,500 or 2.6% over"
        k++;
        from = k;
        continue;
      }
      if (k == i + 1 && item.is("or") && isFigure(k + 1) && figure(k + 1).isShare()) {
        // "42,500 or 2.6% over the figure of quarter two"
        k++;
        from = k;
        continue;
      }
      if (item.is("year-on-year") || (isPeriod(k) && basisAdjective(k))) {
        continue;
      }
      if (!item.isWord()) {
        return Direction.UNSAID;
      }
      Direction beyond = k == from + 1 || words == 1 ? beyond(k) : Direction.UNSAID;
      if (beyond != Direction.UNSAID) {
        return beyond;
      }
      Direction direction = Direction.trailing(item.text());
      if (direction != Direction.UNSAID) {
        return isTrailing(from, k) ? direction : Direction.UNSAID;
      }
      if (Lexicon.FUNCTION.has(item.text())
          || Lexicon.COUNTED.has(item.text())
          || Direction.UP_VERBS.has(item.text())
          || Direction.DOWN_VERBS.has(item.text())) {
        return Direction.UNSAID;
      }
      words++;
    }
    return Direction.UNSAID;
  }

  private static final Lexicon OF_A_PERIOD = Lexicon.of("figure figures total level number value");

  /** {@code 12% below Q2}, {@code 7 above the same quarter last year}. */
  private Direction beyond(int k) {
    int at = k + 1;
    while (is(at, "the") || is(at, "of") || WHERE_IT_STOOD.has(item(at).text())) {
      at++;
    }
    if (isPeriod(at) && is(k, "short", "of")) {
      return Direction.DOWN;
    }
    if (isPeriod(at) && is(k, "over") && VALUES.has(item(at + 1).text())) {
      // "2.6% over the quarter two figure"
      return Direction.UP;
    }
    boolean over = is(k, "above") || is(k, "over");
    if (isDatedFigure(at) && (over || is(k, "short", "of") || is(k, "below") || is(k, "under"))) {
      return over ? Direction.UP : Direction.DOWN;
    }
    if (isPeriod(at) && is(k, "over") && OF_A_PERIOD.has(item(at + 1).text())) {
      return Direction.UP;
    }
    return !isPeriod(at)
        ? Direction.UNSAID
        : is(k, "below") || is(k, "under")
            ? Direction.DOWN
            : is(k, "above") ? Direction.UP : Direction.UNSAID;
  }

  /** {@code the 1,390 seen in the same quarter last year}. */
  boolean isDatedFigure(int i) {
    if (!isFigure(i)
        || Lexicon.LIMITS.has(item(i + 1).text())
        || Lexicon.LIMITS.has(item(i + 2).text())) {
      return false;
    }
    for (int k = i + 1; k < i + 6 && (item(k).isWord() || isPeriod(k)); k++) {
      if (isPeriod(k)) {
        return isEarlierKind(k);
      }
    }
    return false;
  }

  private boolean basisAdjective(int k) {
    PeriodMention.Kind kind = items.get(k).period().orElseThrow().kind();
    return kind == PeriodMention.Kind.YEAR_AGO || kind == PeriodMention.Kind.LAST_QUARTER;
  }

  private boolean isTrailing(int i, int k) {
    String word = item(k).text();
    if (word.equals("up") || word.equals("down")) {
      boolean ownFigure =
          isFigure(k + 1) || is(k + 1, "by") || is(k + 1, "from") || is(k + 1, "to");
      return (k == i + 1 && !ownFigure) || (k == i + 1 && is(k + 1, "on"));
    }
    if (is(k + 1, "likely") || is(k + 1, "often") || is(k + 1, "limit") || is(k + 1, "level")) {
      return false;
    }
    boolean comparative = Direction.MORE.has(word) || Direction.LESS.has(word);
    boolean ofAnother =
        item(k + 1).isWord()
            && !Lexicon.FUNCTION.has(item(k + 1).text())
            && !Lexicon.COUNTED.has(item(k + 1).text());
    if (comparative && k > i + 1 && ofAnother) {
      // "9% felt less safe"
      return false;
    }
    boolean noun = Direction.UP_NOUNS.has(word) || Direction.DOWN_NOUNS.has(word);
    if (noun) {
      // "6 visits fall" is a verb; "a 49.5 hour reduction" is a noun, close to its figure.
      return k <= i + 4;
    }
    if (Lexicon.of("additional extra greater smaller").has(word)) {
      return k == i + 1 && !word.equals("additional") && !word.equals("extra");
    }
    return true;
  }

  /** {@code below quarter one by 200}. */
  boolean isBeyondBy(int i) {
    return is(i - 1, "by")
        && isPeriod(i - 2)
        && isEarlierKind(i - 2)
        && (is(i - 3, "below") || is(i - 3, "above"));
  }
}
