package quarterday.commentary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quarterday.commentary.Figure.Kind;

/** Reads a sentence's words for limits, runs and trends. */
final class StateGrammar extends ItemRow {
  private static final Lexicon NEGATIONS =
      Lexicon.of(
          "not no never neither nor longer without cannot unstable if whether may might could"
              + " would should until unless previously formerly had risk will expected forecast"
              + " likely hoped hopes aims aim");
  private static final Lexicon NEARLY =
      Lexicon.of("close near just nearly almost approaching towards toward short");
  private static final Lexicon BEYOND =
      Lexicon.of(
          "above over exceeded exceeds breached breaching breaches outside beyond breach"
              + " exceeding");
  private static final Lexicon BENEATH =
      Lexicon.of("below under beneath breached breaching breaches breach");
  private static final Lexicon LIMIT_WORDS = Lexicon.of("the its their our a statistical both");
  private static final Lexicon RISING = Lexicon.of("upward upwards rising increasing growing up");
  private static final Lexicon FALLING =
      Lexicon.of("downward downwards falling decreasing declining down reducing");
  private static final Lexicon CONSECUTIVE = Lexicon.of("consecutive successive straight");
  private static final Lexicon MEAN = Lexicon.of("mean average centre median");
  private static final Lexicon NORMAL =
      Lexicon.of(
          "normal expected usual natural control the its upper and lower common-cause common cause"
              + " statistical process range of bounds both set calculated");

  StateGrammar(List<Item> items) {
    super(items);
  }

  List<StateWord> states() {
    List<StateWord> states = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (!items.get(i).isWord()) {
        continue;
      }
      stable(i, states);
      limit(i, states);
      exception(i, states);
      trend(i, states);
      shift(i, states);
      mean(i, states);
      steps(i, states);
    }
    return List.copyOf(states);
  }

  private void add(
      List<StateWord> states,
      StateWord.Kind kind,
      Direction direction,
      int months,
      int from,
      int to) {
    for (int k = Math.max(0, from - 5); k < from; k++) {
      if (NEGATIONS.has(item(k).text())) {
        return;
      }
    }
    states.add(
        new StateWord(
            kind,
            direction,
            months,
            period(from, to),
            subject(from),
            item(from).start(),
            item(to).end()));
  }

  private Optional<PeriodMention> period(int from, int to) {
    for (int k = to + 1; k < items.size() && k < to + 10; k++) {
      if (item(k).period().isPresent()) {
        return item(k).period();
      }
      boolean next = item(k).is("and") && item(k + 1).figure().isPresent();
      if (item(k).is(",") || item(k).is(";") || next) {
        break;
      }
    }
    for (int k = from - 1; k >= 0; k--) {
      if (item(k).period().isPresent()) {
        return item(k).period();
      }
    }
    return Optional.empty();
  }

  private List<String> subject(int i) {
    List<String> words = new ArrayList<>();
    for (int k = i - 1; k >= 0 && !item(k).is(";") && !item(k).is("but"); k--) {
      if (item(k).isWord()) {
        words.add(0, item(k).text());
      }
    }
    return List.copyOf(words);
  }

  private void stable(int i, List<StateWord> states) {
    if (is(i, "stable")) {
      boolean elsewhere =
          is(i + 1, "workforce")
              || is(i + 1, "housing")
              || is(i + 1, "accommodation")
              || is(i + 1, "funding")
              || is(i + 1, "team");
      if (!elsewhere) {
        add(states, StateWord.Kind.STABLE, Direction.UNSAID, 0, i, i);
      }
      return;
    }
    if (STEADY.has(item(i).text()) && isHeld(i) && !isNounAhead(i + 1)) {
      add(states, StateWord.Kind.STABLE, Direction.UNSAID, 0, i, i);
      return;
    }
    if (isNoException(i)) {
      add(states, StateWord.Kind.STABLE, Direction.UNSAID, 0, i, i + 1);
      return;
    }
    if (is(i, "within") || is(i, "between") || is(i, "inside")) {
      int at = i + 1;
      while (NORMAL.has(item(at).text())) {
        at++;
      }
      boolean limits = is(at, "limits") || is(at, "limit");
      boolean control = false;
      for (int k = i + 1; k < at; k++) {
        control |=
            is(k, "control")
                || is(k, "upper")
                || is(k, "normal")
                || is(k, "expected")
                || is(k, "statistical")
                || is(k, "usual")
                || is(k, "natural")
                || is(k, "common");
      }
      // "within the limits", which are the chart's where no other is named
      control |= is(at, "limits") && at > i + 1 && !item(at + 1).isWord();
      control |= is(at, "limits") && at > i + 1 && (is(at + 1, "and") || isAfter(at + 1));
      boolean points = limits && isOfPoints(i);
      if ((control || points) && (limits || is(at, "variation") || is(at - 1, "range"))) {
        add(states, StateWord.Kind.STABLE, Direction.UNSAID, 0, i, Math.min(at, items.size() - 1));
      } else if (is(at, "limits") && at > i + 1 && !is(i, "between") && !item(at + 1).isWord()) {
        // "June's figure is within the limits": of a month, so that the chart can tell
        add(states, StateWord.Kind.INSIDE, Direction.UNSAID, 0, i, at);
      }
    }
  }

  private static final Lexicon STEADY = Lexicon.of("steady constant flat");
  private static final Lexicon HELD =
      Lexicon.of(
          "remained remains remaining remain been held holding kept keeps stayed stays is was are were");
  private static final Lexicon FAIRLY =
      Lexicon.of("broadly fairly very largely relatively quite generally reasonably pretty");

  /** {@code remained broadly steady}. */
  private boolean isHeld(int i) {
    return HELD.has(item(FAIRLY.has(item(i - 1).text()) ? i - 2 : i - 1).text());
  }

  /** {@code a steady rise} is no state. */
  private boolean isNounAhead(int i) {
    return item(i).isWord() && !Lexicon.FUNCTION.has(item(i).text());
  }

  /** {@code No exceptions}, {@code no rule was triggered}, {@code in control}. */
  private boolean isNoException(int i) {
    if (isExcepted(i)) {
      return false;
    }
    if (is(i, "in", "control") || is(i, "in", "statistical", "control")) {
      return CHARTED.has(item(i - 1).text()) || CHARTED.has(item(i - 2).text());
    }
    if (!is(i, "no") || is(i - 1, "with")) {
      return false;
    }
    int at = i + 1;
    boolean chart = false;
    while (RULE_WORDS.has(item(at).text())) {
      chart = true;
      at++;
    }
    boolean exceptions = is(at, "exception") || is(at, "exceptions");
    boolean ends = !item(at + 1).isWord() || FOLLOWING.has(item(at + 1).text());
    boolean rule = is(at, "rule") || is(at, "rules");
    int verb = at + 1;
    while (Lexicon.BEING.has(item(verb).text())) {
      verb++;
    }
    return (exceptions && (chart || ends)) || (rule && FIRED.has(item(verb).text()));
  }

  private static final Lexicon CHARTED =
      Lexicon.of("is was are were remains remained process measure series chart statistically");
  private static final Lexicon RULE_WORDS =
      Lexicon.of("control chart point single spc statistical special cause");
  private static final Lexicon FOLLOWING =
      Lexicon.of("in this during on for to were was have has arose occurred");
  private static final Lexicon FIRED = Lexicon.of("triggered fired met broken breached hit");
  private static final Lexicon EXCEPTING = Lexicon.of("apart except besides other bar");

  private boolean isExcepted(int i) {
    for (int k = i + 1; k < items.size() && k < i + 12; k++) {
      if (EXCEPTING.has(item(k).text())) {
        return true;
      }
    }
    return false;
  }

  /** {@code All points are within the limits}. */
  private boolean isOfPoints(int i) {
    for (int k = Math.max(0, i - 6); k < i; k++) {
      if (is(k, "points") || is(k, "months") || is(k, "values")) {
        return !isExcepted(k);
      }
    }
    return false;
  }

  private boolean isAfter(int at) {
    return is(at, "in") || is(at, "throughout") || is(at, "for") || is(at, "but");
  }

  private void limit(int i, List<StateWord> states) {
    boolean above = BEYOND.has(item(i).text());
    boolean below = BENEATH.has(item(i).text());
    if ((!above && !below)
        || NEARLY.has(item(i - 1).text())
        || (is(i - 1, "to") && (is(i - 2, "close") || is(i - 2, "closer")))) {
      return;
    }
    int at = i + 1;
    while (LIMIT_WORDS.has(item(at).text()) || is(at, "of")) {
      at++;
    }
    boolean upper = is(at, "upper");
    boolean lower = is(at, "lower");
    int end = is(at + 1, "control") || is(at + 1, "statistical") ? at + 2 : at + 1;
    if (!(is(end, "limit") || is(end, "limits"))) {
      return;
    }
    boolean under = is(i, "below") || is(i, "under") || is(i, "beneath");
    if ((upper && under) || (lower && (is(i, "above") || is(i, "over")))) {
      add(states, StateWord.Kind.INSIDE, upper ? Direction.UP : Direction.DOWN, 0, i, end);
    } else if (upper && above) {
      add(states, StateWord.Kind.OUTSIDE, Direction.UP, 0, i, end);
    } else if (lower && (below || is(i, "outside") || is(i, "beyond"))) {
      add(states, StateWord.Kind.OUTSIDE, Direction.DOWN, 0, i, end);
    }
  }

  /** {@code A point exception occurred in November}. */
  private void exception(int i, List<StateWord> states) {
    boolean point = is(i, "point", "exception") && !is(i - 1, "no") && !is(i - 2, "no");
    boolean month = false;
    for (int k = i + 2; k < i + 6 && point; k++) {
      month |= item(k).period().isPresent();
    }
    if (month) {
      add(states, StateWord.Kind.OUTSIDE, Direction.UNSAID, 0, i, i + 1);
    }
  }

  private void trend(int i, List<StateWord> states) {
    boolean trend = is(i, "trend");
    if (!trend && !is(i, "trending")) {
      return;
    }
    int from = i - 1;
    Direction direction = Direction.UNSAID;
    if (RISING.has(item(i - 1).text()) || RISING.has(item(i + 1).text())) {
      direction = Direction.UP;
    } else if (FALLING.has(item(i - 1).text()) || FALLING.has(item(i + 1).text())) {
      direction = Direction.DOWN;
    }
    if (direction != Direction.UNSAID) {
      add(states, StateWord.Kind.TREND, direction, 0, Math.max(0, from), i);
    }
  }

  private void shift(int i, List<StateWord> states) {
    boolean step = is(i, "step", "shift") || is(i, "step", "change");
    boolean dashed =
        is(i, "step") && item(i + 1).isDash() && (is(i + 2, "change") || is(i + 2, "shift"));
    boolean placed =
        is(i, "shift")
            && (is(i + 1, "above") || is(i + 1, "below") || is(i + 1, "in", "the", "mean"));
    boolean charted = (is(i, "step", "up") || is(i, "step", "down")) && speaksOfChart(i);
    if (!step && !dashed && !charted && !(placed && !is(i - 1, "step"))) {
      return;
    }
    int end = dashed ? i + 2 : step || charted ? i + 1 : i;
    Direction direction = Direction.UNSAID;
    for (int k = Math.max(0, i - 2); k < end + 4; k++) {
      if (RISING.has(item(k).text()) || is(k, "above")) {
        direction = Direction.UP;
      } else if (FALLING.has(item(k).text()) || is(k, "below")) {
        direction = Direction.DOWN;
      }
    }
    add(states, StateWord.Kind.SHIFT, direction, 0, i, Math.min(end, items.size() - 1));
  }

  /** Elsewhere a step up may be anything. */
  private boolean speaksOfChart(int i) {
    for (int k = 0; k < i; k++) {
      if (is(k, "chart") || is(k, "series") || MEAN.has(item(k).text())) {
        return true;
      }
    }
    return false;
  }

  /** {@code above the mean for seven months}, {@code 22 months in a row below the average}. */
  private void mean(int i, List<StateWord> states) {
    boolean above = is(i, "above");
    boolean below = is(i, "below");
    if (!above && !below) {
      return;
    }
    int at = i + 1;
    while (LIMIT_WORDS.has(item(at).text())
        || is(at, "long-term")
        || is(at, "long")
        || is(at, "term")
        || item(at).isDash()) {
      at++;
    }
    if (!MEAN.has(item(at).text())) {
      return;
    }
    int months = months(i, at);
    Optional<PeriodMention> since = since(at).or(() -> countedUpTo(i));
    if (months > 0 || since.isPresent()) {
      int from = items.get(i).start();
      boolean denied = false;
      for (int k = Math.max(0, i - 3); k < i; k++) {
        denied |= NEGATIONS.has(item(k).text()) && !item(k).is("had");
      }
      if (!denied) {
        states.add(
            new StateWord(
                StateWord.Kind.RUN,
                above ? Direction.UP : Direction.DOWN,
                months,
                since,
                subject(i),
                from,
                items.get(at).end()));
      }
    }
  }

  /** The months quoted beside a run, or 0; two quotes say nothing. */
  private int months(int from, int to) {
    boolean behind = is(to + 1, "for") && item(to + 2).figure().isPresent();
    if (behind
        && figure(to + 2).kind() == Kind.MONTHS
        && figure(to + 2).hedge() == Figure.Hedge.EXACT) {
      // "... in twelve months, and has been below the mean for 13 months"
      return figure(to + 2).value().intValue();
    }
    int months = 0;
    int latest = 0;
    for (int k = Math.max(0, from - 16); k < items.size() && k < to + 9; k++) {
      int ordinal = ordinal(k);
      if (ordinal > 0) {
        return ordinal;
      }
      Optional<Figure> figure = item(k).figure();
      boolean counts =
          figure.isPresent()
              && (figure.get().kind() == Kind.MONTHS
                  || (figure.get().kind() == Kind.NUMBER
                      && (is(k + 1, "points")
                          || is(k + 1, "data", "points")
                          || is(k + 1, "consecutive"))))
              && figure.get().hedge() == Figure.Hedge.EXACT
              && figure.get().decimals() == 0
              && figure.get().upTo().isEmpty()
              && (!is(k - 1, "of") || is(k - 2, "run"))
              && !is(k - 1, "all")
              && !(is(k - 1, "the") && (is(k - 2, "all") || is(k - 2, "of")))
              && !is(k + 1, "of")
              && !is(k - 1, "previous");
      if (counts && (is(k - 1, "last") || is(k - 1, "past"))) {
        latest = isSolid(k) ? figure.get().value().intValue() : latest;
      } else if (counts) {
        if (months > 0) {
          return 0;
        }
        months = figure.get().value().intValue();
      }
    }
    return months > 0 ? months : latest;
  }

  /** {@code the twelfth consecutive month}, {@code a 12th month in a row}: 12, else 0. */
  private int ordinal(int i) {
    int run = CONSECUTIVE.has(item(i + 1).text()) ? i + 2 : i + 1;
    boolean month = is(run, "month") || is(run, "monthly");
    boolean consecutive =
        run > i + 1
            || is(run + 1, "running")
            || is(run + 1, "in", "a", "row")
            || is(run + 1, "in", "succession");
    return month && consecutive ? ordinalOf(i) : 0;
  }

  /** 12 for {@code twelfth}, {@code 12th}; 21 for the last word of {@code twenty-first}; else 0. */
  private int ordinalOf(int i) {
    int ones = ORDINALS.indexOf(item(i).text()) + 1;
    if (item(i).figure().isEmpty() && item(i).text().matches("\\d{1,2}")) {
      return Integer.parseInt(item(i).text());
    }
    boolean tens = ones > 0 && ones < 10 && item(i - 1).isDash();
    return tens && is(i - 2, "twenty") ? 20 + ones : tens && is(i - 2, "thirty") ? 30 + ones : ones;
  }

  private static final List<String> ORDINALS =
      List.of(
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "thirteenth",
          "fourteenth",
          "fifteenth",
          "sixteenth",
          "seventeenth",
          "eighteenth",
          "nineteenth",
          "twentieth");

  /**
   * {@code the last nine months have all been above the mean}, {@code each of the last nine months
   * was}, {@code for the last nine months}: not only some of them.
   */
  private boolean isSolid(int k) {
    boolean the = is(k - 2, "the");
    boolean every = is(k - 5, "every") && is(k - 4, "one");
    int whole = every ? k - 5 : k - 4;
    boolean ofEach = the && is(k - 3, "of") && (every || is(k - 4, "each") || is(k - 4, "all"));
    if (ofEach) {
      return !NOT_QUITE.has(item(whole - 1).text());
    }
    int at = HAVING.has(item(k + 1).text()) ? k + 2 : k + 1;
    boolean told =
        is(at, "all") || is(at, "each") || is(at, "been", "above") || is(at, "been", "below");
    return at > k + 1 ? told : the && is(k - 3, "for") && MEAN.has(item(k - 4).text());
  }

  private static final Lexicon HAVING = Lexicon.of("have has were was are");
  private static final Lexicon NOT_QUITE = Lexicon.of("nearly almost not virtually most but");

  private Optional<PeriodMention> since(int at) {
    for (int k = 0; k < items.size() && k < at + 7; k++) {
      Optional<PeriodMention> period = item(k).period();
      if (period.isPresent() && period.get().since() && is(k - 1, "since")) {
        return period;
      }
    }
    // "for seven months in a row, since May"
    for (int k = at + 7; k < items.size() && k < at + 12; k++) {
      Optional<PeriodMention> period = item(k).period().filter(PeriodMention::since);
      if (period.isPresent() && is(k - 1, "since") && (is(k - 2, ",") || is(k - 2, "row"))) {
        return period;
      }
    }
    return Optional.empty();
  }

  /** {@code September was the twelfth month in a row}: the month that a run is counted up to. */
  private Optional<PeriodMention> countedUpTo(int until) {
    for (int k = 0; k < until; k++) {
      if (ordinal(k) > 0) {
        int month = k;
        while (is(month - 1, "the") || is(month - 1, "was") || is(month - 1, "is")) {
          month--;
        }
        return item(month - 1).period();
      }
    }
    return Optional.empty();
  }

  /**
   * {@code has risen for six months in a row}, {@code fell for the eighth month running}, {@code
   * has come down every quarter since 2021/22 Q2}.
   */
  private void steps(int i, List<StateWord> states) {
    Direction direction = Direction.any(item(i).text());
    if (!direction.isMove()) {
      return;
    }
    if (Direction.UP_NOUNS.has(item(i).text()) || Direction.DOWN_NOUNS.has(item(i).text())) {
      stepNouns(i, direction, states);
    }
    boolean phrasal = (is(i, "up") || is(i, "down")) && Lexicon.PHRASAL.has(item(i - 1).text());
    int at = i + 1;
    while (TO_STEPS.has(item(at).text())) {
      at++;
    }
    if (is(at, "each", "of", "the") && (is(at + 3, "last") || is(at + 3, "past"))) {
      lastSteps(i, at + 4, direction, states);
      return;
    }
    boolean every = is(at, "every") || is(at, "each");
    int unit = every ? at + 1 : CONSECUTIVE.has(item(at + 1).text()) ? at + 2 : at + 1;
    boolean months = is(unit, "month") || is(unit, "months");
    boolean quarters = is(unit, "quarter") || is(unit, "quarters");
    StateWord.Kind kind = quarters ? StateWord.Kind.QUARTERLY_STEPS : StateWord.Kind.STEPS;
    if (phrasal) {
      return;
    }
    if (every && (months || quarters) && isSince(unit + 1)) {
      add(states, kind, direction, 0, i, unit);
      return;
    }
    boolean absorbed = item(at).figure().filter(f -> f.kind() == Kind.MONTHS).isPresent();
    boolean running =
        absorbed
            ? isConsecutive(at) || isInARow(at + 1)
            : (months || quarters) && (unit > at + 1 || isInARow(unit + 1));
    int length = absorbed || !every ? length(at) : 0;
    if (running && length > 1) {
      add(states, absorbed ? StateWord.Kind.STEPS : kind, direction, length, i, at);
    }
  }

  /** {@code has risen in each of the last three quarters}. */
  private void lastSteps(int i, int at, Direction direction, List<StateWord> states) {
    boolean months = item(at).figure().filter(f -> f.kind() == Kind.MONTHS).isPresent();
    if (length(at) > 1 && (months || is(at + 1, "quarters"))) {
      StateWord.Kind kind = months ? StateWord.Kind.STEPS : StateWord.Kind.QUARTERLY_STEPS;
      add(states, kind, direction, length(at), i, i);
    }
  }

  /** {@code the fifth monthly fall in a row}, {@code three consecutive quarterly rises}. */
  private void stepNouns(int i, Direction direction, List<StateWord> states) {
    boolean quarterly = is(i - 1, "quarterly");
    if (!quarterly && !is(i - 1, "monthly")) {
      return;
    }
    boolean run = CONSECUTIVE.has(item(i - 2).text());
    int from = run ? i - 3 : i - 2;
    if (length(from) > 1 && (run || isInARow(i + 1))) {
      StateWord.Kind kind = quarterly ? StateWord.Kind.QUARTERLY_STEPS : StateWord.Kind.STEPS;
      add(states, kind, direction, length(from), from, i);
    }
  }

  /** {@code six}, {@code sixth} and {@code 6th} are 6; all else is 0. */
  private int length(int i) {
    Optional<Figure> figure = item(i).figure();
    if (figure.isPresent()) {
      boolean counts =
          (figure.get().kind() == Kind.MONTHS || figure.get().kind() == Kind.NUMBER)
              && figure.get().hedge() == Figure.Hedge.EXACT
              && figure.get().decimals() == 0
              && figure.get().upTo().isEmpty();
      return counts ? figure.get().value().intValue() : 0;
    }
    return Math.max(ordinalOf(i), CARDINALS.indexOf(item(i).text()) + 1);
  }

  /** Before {@code quarters} a number in letters is no figure: it may be a fraction. */
  private static final List<String> CARDINALS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight");

  private static final Lexicon TO_STEPS = Lexicon.of("for in the of last past now again a by");

  private boolean isInARow(int i) {
    return is(i, "in", "a", "row") || is(i, "running") || is(i, "in", "succession");
  }

  private boolean isSince(int i) {
    for (int k = i; k < i + 6; k++) {
      if (isPeriod(k)) {
        return item(k).period().filter(PeriodMention::since).isPresent() && is(i, "since");
      }
    }
    return false;
  }

  private boolean isConsecutive(int i) {
    // The figure has taken the word in: "six consecutive months".
    return item(i).end() - item(i).start() > "consecutive".length() + 4;
  }
}
