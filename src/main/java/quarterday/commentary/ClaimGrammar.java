package quarterday.commentary;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Claim.Scope;
import quarterday.commentary.Figure.Kind;
import quarterday.commentary.Figure.Sign;

/** Reads the items of one sentence as claims. */
final class ClaimGrammar extends ItemRow {
  private static final Set<PeriodMention.Kind> MONTHS =
      EnumSet.of(PeriodMention.Kind.MONTH, PeriodMention.Kind.BARE_MONTH);

  private static final Lexicon TO_FIGURE =
      Lexicon.of("the a an total of figure just only some with to in");
  private static final Lexicon LOOSELY_COMPARING = Lexicon.of("on over from since below above");
  private static final Lexicon FUTURE =
      Lexicon.of(
          "will would may might could should plan plans planned planning expected expects forecast"
              + " anticipated aims aim hopes hope intends intended scheduled upcoming proposed"
              + " next");
  private static final Lexicon EQUAL =
      Lexicon.of(
          "or is = i.e ie equals equivalent equating representing representing represents"
              + " giving making being rate a of to , ( that which at equates");
  private static final Lexicon OPENED = Lexicon.of("opened closed started began ended finished");

  /** Words behind which a clause gives a reason or a time, and compares nothing. */
  private static final Lexicon REASONS =
      Lexicon.of("because as due owing following when where who whose if until so thanks once");

  /** Words that only say in what shape things come: {@code pieces of correspondence}. */
  private static final Lexicon PIECES = Lexicon.of("piece pieces item items");

  /** Nouns that stand for the measure itself. */
  private static final Lexicon TOTALS =
      Lexicon.of("share figure number total rate proportion volume percentage");

  /** Where all of a kind are listed. */
  private static final Lexicon ROLLS =
      Lexicon.of("scheme books payroll register roll list establishment strength");

  private static final Lexicon MEASURED_WITHIN =
      Lexicon.of("within inside every under for after before");

  private final ChangeGrammar changes;
  private final About[] about;
  private final Direction[] way;
  private final Figure[] beside;
  private final List<Integer> figures = new ArrayList<>();
  private final List<Integer> periods = new ArrayList<>();
  private final boolean[] basis;

  ClaimGrammar(List<Item> items) {
    super(items);
    this.changes = new ChangeGrammar(items);
    this.about = new About[items.size()];
    this.way = new Direction[items.size()];
    this.beside = new Figure[items.size()];
    this.basis = new boolean[items.size()];
    for (int i = 0; i < items.size(); i++) {
      way[i] = Direction.UNSAID;
      if (items.get(i).figure().isPresent()) {
        figures.add(i);
      } else if (items.get(i).period().isPresent()) {
        periods.add(i);
      }
    }
  }

  private boolean isOpen(int i) {
    return about[i] == null;
  }

  Sentence sentence() {
    figures.forEach(this::duration);
    shares();
    figures.forEach(this::change);
    periods.forEach(p -> basis[p] = isBasis(p));
    figures.forEach(this::contrast);
    figures.forEach(this::fromTo);
    figures.forEach(this::earlier);
    figures.forEach(this::inherited);
    figures.stream().filter(this::isOpen).forEach(i -> about[i] = About.LEVEL);
    List<Claim> claims = figures.stream().map(this::claim).toList();
    return new Sentence(
        claims,
        new MovementGrammar(items, this::basisOf).movements(),
        new StateGrammar(items).states(),
        new TargetGrammar(items).targets(),
        periods.stream().map(p -> items.get(p).period().orElseThrow()).toList(),
        items.stream().filter(Item::isWord).map(Item::text).toList(),
        items.get(0).start(),
        items.get(items.size() - 1).end());
  }

  // --- lengths of time and limits ---

  private void duration(int i) {
    Figure figure = figure(i);
    Kind kind = figure.kind();
    if (kind == Kind.WEEKS || kind == Kind.MONTHS || kind == Kind.YEARS) {
      about[i] = About.DURATION;
      return;
    }
    boolean time =
        kind == Kind.DAYS || kind == Kind.HOURS || kind == Kind.MINUTES || kind == Kind.SECONDS;
    int after = item(i + 1).isDash() ? i + 2 : i + 1;
    for (int k = after; k < after + 4 && item(k).isWord(); k++) {
      if (Lexicon.LIMITS.has(item(k).text())) {
        about[i] = About.TARGET;
        return;
      }
      if (Lexicon.FUNCTION.has(item(k).text()) || Lexicon.COUNTED.has(item(k).text())) {
        break;
      }
    }
    boolean accounts = is(i - 1, "for") && item(i - 2).text().startsWith("account");
    if (time && MEASURED_WITHIN.has(before(i)) && !accounts) {
      about[i] = About.DURATION;
      return;
    }
    if (time && (is(i + 1, "per") || is(i + 1, "a") || is(i + 1, "each") || isRelay(i))) {
      about[i] = About.OTHER;
      return;
    }
    int left = i - 1;
    while (is(left, "of")
        || is(left, "is")
        || is(left, "the")
        || is(left, "was")
        || is(left, ":")
        || is(left, "which")
        || (is(left, "at") && is(left - 1, "set"))
        || is(left, "set")) {
      left--;
    }
    if (left < i - 1 || is(left, "within")) {
      if (Lexicon.LIMITS.has(item(left).text()) && !is(i + 1, "below") && !is(i + 1, "above")) {
        about[i] = About.TARGET;
      }
    }
  }

  /** {@code 24 hours of the report}, {@code 10 days of receipt}: since something, not of it. */
  private boolean isRelay(int i) {
    int left = is(i - 1, "the") ? i - 2 : i - 1;
    return is(i + 1, "of")
        && !Lexicon.COMPARING.has(item(left).text())
        && (MEASURED_WITHIN.has(before(i))
            || is(i + 2, "the")
            || is(i + 2, "a")
            || is(i + 2, "receipt")
            || is(i + 2, "being")
            || isFigure(i + 2)
            || isPeriod(i + 2));
  }

  private String before(int i) {
    int left = i - 1;
    while (is(left, "the") || is(left, "a") || is(left, "statutory") || is(left, "only")) {
      left--;
    }
    return item(left).text();
  }

  // --- parts and wholes ---

  private void shares() {
    for (int i : figures) {
      if (about[i] != null || !figure(i).isAmount() || !isCount(figure(i))) {
        continue;
      }
      int whole = wholeOf(i);
      if (whole > 0 && (is(i - 2, "all", "but") || is(i - 2, "all", "except"))) {
        // "All but three of the 55": the part is what is left.
        about[i] = About.OTHER;
        about[whole] = About.OTHER;
      } else if (whole > 0
          && isOpen(whole)
          && (isCount(figure(whole)) || isStretch(figure(whole)))) {
        about[i] = About.PART;
        about[whole] = About.WHOLE;
        beside[i] = figure(whole);
        share(i, whole);
      }
    }
    leadingWhole();
  }

  /** {@code 34 of the 75 days}. */
  private static boolean isStretch(Figure figure) {
    return (figure.kind() == Kind.DAYS || figure.kind() == Kind.HOURS) && figure.upTo().isEmpty();
  }

  private static boolean isCount(Figure figure) {
    return figure.kind() == Kind.NUMBER && figure.upTo().isEmpty();
  }

  /** {@code 45 of 122}, {@code 45 of the 122}, {@code 45 (37%) of the 122}, {@code 9/12}. */
  private int wholeOf(int i) {
    int at = i + 1;
    if (is(at, "(") && isFigure(at + 1) && figure(at + 1).isShare() && is(at + 2, ")")) {
      at += 3;
    } else if (is(at, ")") && is(i - 1, "(")) {
      at++;
    }
    if (is(at, "/") && item(at).token().glued()) {
      return isFigure(at + 1) ? at + 1 : -1;
    }
    // 83 letters out of 86, 11 invitations of the 21 received
    int nouns = 0;
    while (nouns < 3
        && item(at).isWord()
        && !Lexicon.FUNCTION.has(item(at).text())
        && !Lexicon.COUNTED.has(item(at).text())) {
      at++;
      nouns++;
    }
    int verb = at;
    while (Lexicon.BEING.has(item(verb).text())
        || (verb > at
            && verb < at + 3
            && item(verb).isWord()
            && !is(verb, "out")
            && !Lexicon.FUNCTION.has(item(verb).text()))) {
      verb++;
    }
    // 28 invitations were accepted out of 63
    at = verb > at && is(verb, "out", "of") ? verb : at;
    boolean out = is(at, "out", "of");
    if ((!out && !is(at, "of")) || is(at - 1, "short")) {
      return -1;
    }
    at += out ? 2 : 1;
    while (is(at, "the")
        || is(at, "all")
        || is(at, "a")
        || is(at, "total")
        || is(at, "of")
        || is(at, "our")
        || is(at, "its")
        || is(at, "their")
        || is(at, "these")
        || is(at, "those")) {
      at++;
    }
    return isFigure(at) && (nouns == 0 || out || is(at - 1, "the") || is(at - 1, "all")) ? at : -1;
  }

  /** The per cent that belongs to a part: in brackets on either side, or after {@code or}. */
  private void share(int part, int whole) {
    int next = nextFigure(whole);
    while (next > 0 && (about[next] == About.DURATION || about[next] == About.TARGET)) {
      next = nextFigure(next);
    }
    if (next > 0
        && figure(next).isShare()
        && isOpen(next)
        && !isChange(next)
        && isEqualTo(whole, next)) {
      about[next] = About.SHARE;
      beside[next] = figure(part);
      return;
    }
    int between = nextFigure(part);
    if (between > 0 && between < whole && figure(between).isShare()) {
      about[between] = About.SHARE;
      beside[between] = figure(part);
      return;
    }
    int previous = previousFigure(part);
    if (previous >= 0
        && figure(previous).isShare()
        && isOpen(previous)
        && !isChange(previous)
        && isBefore(previous, part)) {
      about[previous] = About.SHARE;
      beside[previous] = figure(part);
    }
  }

  private boolean isChange(int i) {
    return figure(i).sign() != Sign.NONE
        || changes.leading(i) != Direction.UNSAID
        || changes.trailing(i) != Direction.UNSAID;
  }

  /** {@code 45 of 122 invitations received in June (37%)}, {@code 45 of 122, or 37%}. */
  private boolean isEqualTo(int whole, int share) {
    if (is(share - 1, "(")) {
      for (int k = whole + 1; k < share - 1; k++) {
        if (is(k, "(")
            || is(k, ")")
            || Lexicon.CLAUSE_ENDS.has(item(k).text())
            || Lexicon.COMPARING.has(item(k).text())) {
          return false;
        }
      }
      return true;
    }
    if (isSoMuch(share)) {
      return !breaks(whole, share);
    }
    boolean marked = is(share - 1, "or") || is(share - 1, "=") || is(share - 1, "is");
    for (int k = whole + 1; k < share; k++) {
      marked |=
          EQUAL.has(item(k).text())
              && !is(k, ",")
              && !is(k, "(")
              && !is(k, "a")
              && !is(k, "at")
              && !is(k, "to")
              && !is(k, "of")
              && !is(k, "that")
              && !is(k, "which");
      boolean noun =
          item(k).isWord() && !Lexicon.FUNCTION.has(item(k).text()) && !EQUAL.has(item(k).text());
      if (k > whole + 8 || isPeriod(k) || is(k, ")") || (noun && k > whole + 3)) {
        return false;
      }
    }
    return marked;
  }

  /** {@code , which equates to 37%}. */
  private boolean isSoMuch(int share) {
    int left = share - 1;
    while (EQUAL.has(item(left).text()) && !is(left, ",") && !is(left, "which")) {
      left--;
    }
    return left < share - 1 && is(left, "which") && is(left - 1, ",");
  }

  /**
   * {@code 37% (45 of 122)}, {@code 37%, 45 of 122}, {@code 37%, or 45 of 122}, {@code a third of
   * the invitations (45 of 122)}.
   */
  private boolean isBefore(int share, int part) {
    boolean inWords = figure(share).kind() == Kind.FRACTION && is(part - 1, "(");
    for (int k = share + 1; k < part; k++) {
      if (inWords && item(k).isWord()) {
        continue;
      }
      if (!is(k, "(") && !is(k, ",") && !is(k, "or") && !is(k, "i.e") && !is(k, "=")) {
        return false;
      }
    }
    return part > share + 1;
  }

  /** {@code Of the 122 invitations received, 45 (37%) were accepted}. */
  private void leadingWhole() {
    if (!is(0, "of") && !is(0, "out")) {
      return;
    }
    int at = is(0, "out") ? 2 : 1;
    while (is(at, "the") || is(at, "all") || is(at, "a") || is(at, "total") || is(at, "of")) {
      at++;
    }
    if (!isFigure(at) || !isCount(figure(at)) || !isOpen(at)) {
      return;
    }
    int part = nextFigure(at);
    while (part > 0 && !isCount(figure(part))) {
      part = figure(part).isShare() ? nextFigure(part) : -1;
    }
    if (part < 0 || !isOpen(part) || figure(part).value().compareTo(figure(at).value()) > 0) {
      about[at] = About.WHOLE;
      return;
    }
    about[at] = About.WHOLE;
    about[part] = About.PART;
    beside[part] = figure(at);
    int share = nextFigure(part);
    while (share > 0 && (about[share] == About.DURATION || about[share] == About.TARGET)) {
      share = nextFigure(share);
    }
    if (share > 0
        && figure(share).isShare()
        && isOpen(share)
        && ((is(share - 1, "(") && share == part + 2) || isEqualTo(part, share))) {
      about[share] = About.SHARE;
      beside[share] = figure(part);
    }
  }

  private int nextFigure(int i) {
    int at = figures.indexOf(i) + 1;
    return at < figures.size() ? figures.get(at) : -1;
  }

  private int previousFigure(int i) {
    int at = figures.indexOf(i) - 1;
    return at >= 0 ? figures.get(at) : -1;
  }

  // --- changes ---

  private void change(int i) {
    boolean aside =
        isOpen(i)
            && (changes.isNumberOfChanges(i)
                || (figure(i).kind() == Kind.POINTS && isFromTarget(i)));
    if (aside) {
      about[i] = About.OTHER;
      return;
    }
    Optional<Direction> direction = isOpen(i) ? changes.direction(i) : Optional.empty();
    if (direction.isPresent()) {
      way[i] = direction.get();
      about[i] = changeOf(figure(i));
    }
  }

  /** {@code 0.6 points below the 90% target}. */
  private boolean isFromTarget(int i) {
    for (int k = i + 1; k < i + 8 && (item(k).isWord() || isFigure(k)); k++) {
      if (Lexicon.LIMITS.has(item(k).text())) {
        return true;
      }
      if (Lexicon.CLAUSE_ENDS.has(item(k).text())) {
        return false;
      }
    }
    return false;
  }

  private static About changeOf(Figure figure) {
    return switch (figure.kind()) {
      case PER_CENT, FRACTION -> About.PER_CENT_CHANGE;
      case POINTS -> About.POINTS_CHANGE;
      default -> About.CHANGE;
    };
  }

  // --- earlier values ---

  /** {@code June was quieter than May (14,008 against 14,416)}: the first is June's. */
  private void contrast(int i) {
    int next = nextFigure(i);
    boolean compared =
        is(i - 1, "(") && isPeriod(i - 2) && basis[i - 2] && next > 0 && next < i + 6;
    for (int k = i + 1; compared && k < next; k++) {
      if (Lexicon.COMPARING.has(item(k).text())) {
        ofSubject.add(i);
        about[next] = About.EARLIER;
      }
    }
  }

  private void fromTo(int i) {
    if (!isOpen(i)) {
      return;
    }
    int left = i - 1;
    while (TO_FIGURE.has(item(left).text())
        && !is(left, "to")
        && !is(left, "in")
        && !is(left, "with")) {
      left--;
    }
    if (is(left, "from") && (movesBefore(left) || leadsToAnother(i))) {
      about[i] = About.EARLIER;
    }
  }

  /** Whether a word for up or down stands before a position in the same clause. */
  private boolean movesBefore(int i) {
    for (int k = i - 1; k >= 0 && k > i - 14; k--) {
      if (isFigure(k) && isChangeAt(k)) {
        return true;
      }
      if (Lexicon.CLAUSE_ENDS.has(item(k).text()) || REASONS.has(item(k).text())) {
        return false;
      }
      boolean phrasal = (is(k, "up") || is(k, "down")) && Lexicon.PHRASAL.has(item(k - 1).text());
      if ((Direction.any(item(k).text()) != Direction.UNSAID && !phrasal)
          || MovementGrammar.factor(item(k).text()) != 0
          || is(k, "change")
          || is(k, "changed")
          || is(k, "unchanged")
          || is(k, "went")) {
        return true;
      }
    }
    return false;
  }

  private boolean leadsToAnother(int i) {
    int next = nextFigure(i);
    return next > 0 && next < i + 9 && is(next - 1, "to");
  }

  private void earlier(int i) {
    if (!isOpen(i)) {
      return;
    }
    if (ofSubject.contains(i)) {
      about[i] = About.LEVEL;
      return;
    }
    int left = i - 1;
    boolean bracket = is(left, "(");
    if (isAnotherEarlier(i) && isBasisBehind(i)) {
      about[i] = About.EARLIER;
      return;
    }
    if (is(i + 1, "then") && !item(i + 2).isWord() && movesBefore(i)) {
      // "down year on year: 1,697 now, 1,792 then"
      about[i] = About.EARLIER;
      return;
    }
    if (bracket && isPeriod(left - 1) && basis[left - 1]) {
      boolean perCentOfUnits =
          figure(i).isShare()
              && previousFigure(i) >= 0
              && about[previousFigure(i)] == About.CHANGE
              && !isInPoints(previousFigure(i));
      if (!perCentOfUnits) {
        about[i] = About.EARLIER;
      }
      return;
    }
    while (TO_FIGURE.has(item(left).text()) || is(left, "(")) {
      left--;
    }
    boolean beyond =
        is(left, "below")
            || is(left, "above")
            || is(left, "under")
            || is(left, "over")
            || is(left, "short");
    boolean changed = beyond && previousFigure(i) >= 0 && isChangeAt(previousFigure(i));
    // "almost double the 120 sent in the same period last year"
    boolean multiplied =
        left >= 0 && left == i - 2 && is(i - 1, "the") && MovementGrammar.isMultiple(items, left);
    if (Lexicon.COMPARING.has(item(left).text())
        || ((changed || multiplied) && changes.isDatedFigure(i))) {
      about[i] = About.EARLIER;
      return;
    }
    boolean loose = is(left, "on") && movesBefore(left) && !bracket;
    if (loose) {
      about[i] = About.EARLIER;
      return;
    }
    if (isPeriod(left) && basis[left] && left < i) {
      boolean own =
          left == i - 1 || is(i - 1, "of") || is(left + 1, "total") || is(left + 1, "figure");
      if (own) {
        about[i] = About.EARLIER;
        return;
      }
    }
    // "than in the previous quarter, when there were 24"
    int when = i - 1;
    while (when > i - 6
        && (item(when).isWord() || is(when, ","))
        && !is(when, "when")
        && !is(when, "which")) {
      when--;
    }
    if (is(when, "when") || is(when, "which")) {
      int period = is(when - 1, ",") ? when - 2 : when - 1;
      boolean since = isPeriod(period) && items.get(period).period().orElseThrow().since();
      if (since || (isPeriod(period) && basis[period])) {
        about[i] = About.EARLIER;
        basis[period] = true;
      }
    }
  }

  /** {@code 0.1 points below a year ago (63.2%)}: then the per cent is the earlier value. */
  private boolean isInPoints(int i) {
    return is(i + 1, "points") || is(i + 1, "point");
  }

  private boolean isBasisBehind(int i) {
    return periods.stream().filter(p -> p > i).findFirst().filter(p -> basis[p]).isPresent();
  }

  private boolean isBasis(int p) {
    PeriodMention.Kind kind = items.get(p).period().orElseThrow().kind();
    if (!isEarlierKind(p)) {
      return false;
    }
    boolean adverb =
        is(p, Item.PERIOD)
            && (kind == PeriodMention.Kind.YEAR_AGO || kind == PeriodMention.Kind.LAST_QUARTER)
            && (item(p).token().is("year") || item(p).token().is("quarter"));
    if (adverb) {
      return true;
    }
    if (opensComparison(p) || isAnotherBasis(p)) {
      return true;
    }
    int left = p - 1;
    while (left >= 0
        && left > p - 9
        && (Lexicon.TO_BASIS.has(item(left).text())
            || is(left, "(")
            || isFigure(left)
            || (item(left).isWord()
                && !Lexicon.FUNCTION.has(item(left).text())
                && !Lexicon.COMPARING.has(item(left).text())
                && !Lexicon.BEING.has(item(left).text())
                && reachesComparison(left)))) {
      left--;
    }
    if (Lexicon.COMPARING.has(item(left).text())) {
      return true;
    }
    boolean set = is(left + 1, "that", "of") && SET_AGAINST.has(previousVerb(left));
    if (set || is(left, "same") || is(left, "short", "of") || isMultiplied(p - 1)) {
      return true;
    }
    return kind != PeriodMention.Kind.DAY
        && LOOSELY_COMPARING.has(item(left).text())
        && !isFigure(left + 1)
        && movesBefore(left);
  }

  /** {@code against 17 in quarter three and 12 a year ago}: the second is compared with too. */
  private boolean isAnotherBasis(int p) {
    int figure = p - 1;
    while (figure > 0 && (Lexicon.LEADING.has(item(figure).text()) || item(figure).isWord())) {
      if (Lexicon.CLAUSE_ENDS.has(item(figure).text()) || Lexicon.BEING.has(item(figure).text())) {
        return false;
      }
      figure--;
    }
    return isFigure(figure) && isAnotherEarlier(figure);
  }

  /** Whether a figure is joined by {@code and} to one with its period, that is compared with. */
  private boolean isAnotherEarlier(int i) {
    int left = i - 1;
    while (is(left, "and") || is(left, ",") || is(left, "the")) {
      left--;
    }
    int first = left - 1;
    while (Lexicon.LEADING.has(item(first).text()) || is(first, "recorded") || is(first, "seen")) {
      first--;
    }
    int comparing = first - 1;
    while (TO_FIGURE.has(item(comparing).text())) {
      comparing--;
    }
    return left < i - 1
        && isPeriod(left)
        && basis[left]
        && isFigure(first)
        && figure(first).kind() == figure(i).kind()
        && changes.direction(i).isEmpty()
        && (Lexicon.COMPARING.has(item(comparing).text()) || isAnotherEarlier(first));
  }

  /** The word before a position, past brackets. */
  private String previousVerb(int i) {
    return item(is(i, ")") ? i - 3 : i).text();
  }

  private static final Lexicon SET_AGAINST =
      Lexicon.of("exceeded exceeds exceeding matched matches matching equalled equals passed");

  /** {@code twice as many as}, {@code half the number of}: what a period is set against. */
  private boolean isMultiplied(int i) {
    for (int k = i; k >= 0 && k > i - 9 && (item(k).isWord() || isFigure(k)); k--) {
      if (MovementGrammar.isMultiple(items, k)) {
        return true;
      }
    }
    return false;
  }

  /** {@code On the same quarter last year, that is a fall of 22}. */
  private boolean opensComparison(int p) {
    int at = is(1, "the") ? 2 : 1;
    return is(0, "on") && p == at && is(p + 1, ",") && figures.stream().anyMatch(this::isChangeAt);
  }

  /** Whether only a few words part a position from {@code than} or {@code compared}. */
  private boolean reachesComparison(int i) {
    for (int k = i; k > i - 5 && k >= 0; k--) {
      if (Lexicon.COMPARING.has(item(k).text())) {
        return true;
      }
      if (is(k, ",") || isPeriod(k)) {
        return false;
      }
    }
    return false;
  }

  /** {@code an increase of 59 (20%)}: the second figure goes the way of the first. */
  private void inherited(int i) {
    if (!isOpen(i)) {
      return;
    }
    int previous = previousFigure(i);
    if (previous >= 0 && isAnotherChange(previous, i)) {
      about[i] = changeOf(figure(i));
      way[i] = way[previous];
      basis[periods.stream().filter(p -> p > i).findFirst().orElseThrow()] = true;
      return;
    }
    if (previous >= 0 && isPairOfChanges(previous, i)) {
      about[i] = about[previous];
      way[i] = way[previous];
      unbased.add(previous);
      unbased.add(i);
      return;
    }
    boolean orElse = is(i - 1, "or") && is(i - 2, ",") && isPeriod(i - 3) && basis[i - 3];
    int change = previous >= 0 ? previousFigure(previous) : -1;
    boolean behindEarlier =
        is(i - 1, "or")
            && is(i - 2, ",")
            && previous == i - 3
            && about[previous] == About.EARLIER
            && change >= 0
            && about[change] == About.CHANGE
            && i - change < 9;
    if (behindEarlier && figure(i).kind() == Kind.PER_CENT) {
      // "up 11 on last year's 277, or 4.0%"
      about[i] = About.PER_CENT_CHANGE;
      way[i] = way[change];
      return;
    }
    if (orElse
        && i - previous < 9
        && previous >= 0
        && about[previous] == About.CHANGE
        && figure(i).kind() == Kind.PER_CENT) {
      // "390 more than in quarter three, or 2.5%"
      about[i] = About.PER_CENT_CHANGE;
      way[i] = way[previous];
      return;
    }
    if (previous < 0 || i - previous > 6) {
      return;
    }
    boolean bracketed = is(i - 1, "(") && is(i + 1, ")") && isPeriod(i - 2) && basis[i - 2];
    if (bracketed
        && !isInPoints(previous)
        && about[previous] == About.CHANGE
        && figure(previous).isAmount()
        && figure(i).isShare()
        && previousFigure(i) == previous) {
      // "23 fewer than in quarter four (1%)"
      about[i] = About.PER_CENT_CHANGE;
      way[i] = way[previous];
      return;
    }
    boolean joined = is(i - 1, "(") || is(i - 1, "or") || is(i - 1, "=");
    for (int k = previous + 1; k < i; k++) {
      if (isPeriod(k) || is(k, "and") || is(k, "than") || Lexicon.BEING.has(item(k).text())) {
        return;
      }
    }
    if (!joined) {
      return;
    }
    About first = about[previous];
    if (figure(i).isShare() && first == About.CHANGE) {
      about[i] = About.PER_CENT_CHANGE;
      way[i] = way[previous];
    } else if (figure(i).isAmount()
        && first == About.PER_CENT_CHANGE
        && !isPeriod(i + 2)
        && !isPeriod(i + 1)) {
      about[i] = About.CHANGE;
      way[i] = way[previous];
      narrowed.add(i);
    } else if (figure(i).isShare() && is(i - 1, "(") && first == null) {
      about[i] = About.SHARE;
      beside[i] = figure(previous);
    } else if (figure(i).isShare() && is(i - 1, "(") && first == About.PART) {
      about[i] = About.SHARE;
      beside[i] = figure(previous);
    } else if (figure(previous).isShare()
        && first == null
        && is(i - 1, "(")
        && isCount(figure(i))
        && is(i + 1, ")")) {
      about[previous] = About.SHARE;
      about[i] = About.PART;
      beside[previous] = figure(i);
      int whole = previousFigure(previous);
      boolean ofThem = is(i - 2, "them") || is(i - 2, "these") || is(i - 2, "which");
      boolean larger =
          whole >= 0
              && isCount(figure(whole))
              && figure(whole).value().compareTo(figure(i).value()) >= 0;
      if (ofThem && larger) {
        beside[i] = figure(whole);
      }
    }
  }

  /** {@code 15% on quarter four and 10% on quarter one of 2022/23}: two changes, each its basis. */
  private boolean isAnotherChange(int previous, int i) {
    int and = is(i - 1, "by") || is(i - 1, "of") ? i - 2 : i - 1;
    boolean joined =
        is(and, "and")
            && isPeriod(and - 1)
            && isChangeAt(previous)
            && (figure(i).kind() == figure(previous).kind()
                || (!figure(i).isAmount() && !figure(previous).isAmount()));
    int at = i + 1;
    while (is(at, "the")
        || is(at, "same")
        || LOOSELY_COMPARING.has(item(at).text())
        || Lexicon.COMPARING.has(item(at).text())
        || (Lexicon.COMPARING.has(item(at - 1).text()) && (is(at, "to") || is(at, "with")))) {
      at++;
    }
    return joined && at > i + 1 && isPeriod(at);
  }

  /** {@code rises of 2% and 8%}: each against a period of its own, named elsewhere. */
  private boolean isPairOfChanges(int previous, int i) {
    return isChangeAt(previous)
        && is(previous + 1, "and")
        && i == previous + 2
        && is(previous - 1, "of")
        && ChangeGrammar.PLURAL_CHANGES.has(item(previous - 2).text())
        && figure(i).kind() == figure(previous).kind();
  }

  /** {@code by 176 over the quarter}: against its beginning. */
  private boolean isWithinThisQuarter(int i) {
    boolean leads = is(i + 1, "over") || is(i + 1, "in") || is(i + 1, "during");
    return leads && isPeriod(i + 2) && !isEarlierKind(i + 2);
  }

  /** Figures in brackets behind what their subject is compared with. */
  private final List<Integer> ofSubject = new ArrayList<>();

  /** Changes of which the sentence does not say what each is against. */
  private final List<Integer> unbased = new ArrayList<>();

  /** Figures whose reading is a likely one, not a sure one. */
  private final List<Integer> narrowed = new ArrayList<>();

  // --- claims ---

  private Claim claim(int i) {
    List<String> nouns = nouns(i);
    boolean change =
        about[i] == About.CHANGE
            || about[i] == About.PER_CENT_CHANGE
            || about[i] == About.POINTS_CHANGE;
    Optional<PeriodMention> against = change ? basisOf(i) : Optional.empty();
    int after = behindNouns(i);
    return new Claim(
        about[i],
        figure(i),
        way[i],
        change ? ownPeriod(i).map(p -> items.get(p).period().orElseThrow()) : periodOf(i),
        against,
        Optional.ofNullable(beside[i]).or(() -> change ? earlierBeside(i) : Optional.empty()),
        nouns,
        subject(i),
        item(after).isWord() ? verb(after) : "",
        within(after),
        scopeOf(i, after, change));
  }

  /** The earlier value that a change is from. */
  private Optional<Figure> earlierBeside(int i) {
    int bracketed = besideBracket(i);
    int earlier = previousFigure(i);
    if (bracketed >= 0 && earlier >= 0 && bracketed - earlier < 8) {
      boolean value = about[earlier] == About.LEVEL || about[earlier] == About.EARLIER;
      return value ? Optional.of(figure(earlier)) : Optional.empty();
    }
    if (unbased.contains(i)) {
      return Optional.empty();
    }
    Optional<Figure> before =
        figures.stream()
            .filter(k -> k < i && about[k] == About.EARLIER)
            .reduce((one, last) -> last)
            .filter(k -> !isOfAnotherBasis(k, i))
            .map(this::figure);
    for (int k : figures) {
      if (k > i && about[k] == About.EARLIER) {
        return before.isPresent() && isBehindAnother(i, k) ? before : Optional.of(figure(k));
      }
      boolean next = about[k] == about[i] && k > i + 2;
      if (k > i && (next || (isAnotherPart(i, k) && hasEarlierBefore(i)))) {
        break;
      }
    }
    return before;
  }

  /** {@code than a year ago, when 5,773 came, though 41 more than in quarter two}. */
  private boolean isOfAnotherBasis(int earlier, int change) {
    Optional<PeriodMention> own = periodOf(earlier);
    Optional<PeriodMention> against = basisOf(change);
    return own.isPresent()
        && against.filter(p -> p.start() > items.get(change).start()).isPresent()
        && !own.equals(against);
  }

  /** The period that a change is against: the next one named as such, or else the last before. */
  private Optional<PeriodMention> basisOf(int i) {
    int bracketed = besideBracket(i);
    if (bracketed >= 0) {
      return items.get(bracketed).period();
    }
    if (unbased.contains(i) || isWithinThisQuarter(i)) {
      return Optional.empty();
    }
    if (changes.isBeyondBy(i)) {
      return items.get(i - 2).period();
    }
    Optional<PeriodMention> before = Optional.empty();
    for (int p : periods) {
      if (!basis[p]) {
        continue;
      }
      if (p > i) {
        boolean others =
            before.isPresent()
                && hasEarlierBefore(i)
                && figures.stream().anyMatch(k -> k > i && k < p && isAnotherPart(i, k));
        boolean behind = before.isPresent() && isBehindAnother(i, p);
        return breaks(i, p) || others || behind ? before : items.get(p).period();
      }
      before = items.get(p).period();
    }
    return before;
  }

  /**
   * {@code 12 more than in Q2 (26), a rise of 46%, and 7 more than in Q3}: whether a change stands
   * behind another one, in a part of the sentence of its own.
   */
  private boolean isAnotherPart(int i, int k) {
    return k > i
        && isChangeAt(k)
        && IntStream.range(i, k).anyMatch(m -> is(m, ","))
        && is(k - 1, "and");
  }

  private boolean hasEarlierBefore(int i) {
    return figures.stream().anyMatch(k -> k < i && about[k] == About.EARLIER);
  }

  /**
   * {@code a rise of 46%, and 7 more than last year}: whether a second change, joined by {@code
   * and}, stands between a first one and what follows, which then is the second's.
   */
  private boolean isBehindAnother(int i, int to) {
    return figures.stream()
        .filter(k -> k > i && k < to && isChangeAt(k))
        .anyMatch(
            k -> {
              int left = k - 1;
              while (Lexicon.FILL.has(item(left).text())
                  || Direction.leading(item(left).text()).isMove()
                  || Lexicon.BEING.has(item(left).text())) {
                left--;
              }
              return is(left, "and") && left > i;
            });
  }

  /**
   * {@code 19,875 in Q3 (up 22%)}: the place of the period before the brackets that a change stands
   * in, or -1. The change is against that period's value.
   */
  private int besideBracket(int i) {
    int left = i - 1;
    while (Lexicon.FILL.has(item(left).text()) || Direction.leading(item(left).text()).isMove()) {
      left--;
    }
    boolean alone = is(left, "(") && (is(i + 1, ")") || is(i + 2, ")"));
    int figure = previousFigure(i);
    boolean valued =
        figure >= 0
            && (about[figure] == About.LEVEL || about[figure] == About.EARLIER)
            && figure < left
            && left - figure < 8;
    if (!alone || !isPeriod(left - 1)) {
      return -1;
    }
    // "up from 184 in quarter 4 (a rise of 30%)"
    boolean earlier = valued && about[figure] == About.EARLIER && isEarlierKind(left - 1);
    boolean named = isEarlierName(left - 1) && (valued || basis[left - 1]);
    return named || earlier ? left - 1 : -1;
  }

  private boolean isEarlierName(int p) {
    return isEarlierKind(p) && (basis[p] || periods.stream().anyMatch(q -> q < p && basis[q]));
  }

  private boolean breaks(int from, int to) {
    for (int k = from; k < to; k++) {
      if (Lexicon.CLAUSE_ENDS.has(item(k).text())) {
        return true;
      }
    }
    return false;
  }

  private Optional<PeriodMention> periodOf(int i) {
    if (ofSubject.contains(i)) {
      return leadingPeriod(i);
    }
    if (isInAll(i + 1) || (is(i - 1, "total") && is(i - 2, ";"))) {
      // The whole of a list is of what opens the sentence, not of the last month named.
      return periods.stream()
          .filter(p -> p < figures.get(0) && !basis[p] && !MONTHS.contains(kind(p)))
          .map(p -> items.get(p).period().orElseThrow())
          .findFirst();
    }
    if (is(i + 1, "now") && !isPeriod(i + 2)) {
      return Optional.empty();
    }
    int respective = respective(i);
    if (respective >= 0) {
      return items.get(respective).period();
    }
    int behind = i + 1;
    while (Lexicon.LEADING.has(item(behind).text())) {
      behind++;
    }
    if (behind > i + 1 && isPeriod(behind) && !basis[behind] && !isBetweenTwo(behind)) {
      return items.get(behind).period();
    }
    int recorded = is(i + 1, ",") ? i + 2 : i + 1;
    recorded += RECORDED.has(item(recorded).text()) ? 1 : 0;
    boolean placed = recorded > i + 1 && is(recorded, "in") && isMonth(recorded + 1);
    if (placed && !item(recorded + 2).isWord() && !isFigure(recorded + 2)) {
      // "the lowest monthly figure in the quarter was 58, in November"
      return items.get(recorded + 1).period();
    }
    int left = i - 1;
    while ((is(left, "(") && !isInAll(i + 1))
        || is(left, ":")
        || item(left).isDash()
        || is(left, "was")
        || is(left, "figure")
        || is(left, "the")
        || is(left, "of")
        || is(left, "total")
        || is(left, "were")
        || is(left, "saw")
        || is(left, "a")
        || is(left, "there")
        || is(left, "had")
        || isMonthWith(left)) {
      left--;
    }
    if (isPeriod(left)
        && (!basis[left] || about[i] == About.EARLIER)
        && !items.get(left).period().orElseThrow().since()) {
      return items.get(left).period();
    }
    for (int k = i + 1; k < items.size(); k++) {
      Item item = item(k);
      if (isPeriod(k)) {
        if (isBetweenTwo(k)) {
          // "from 191 to 198 between quarter three and quarter four"
          return items.get(about[i] == About.EARLIER ? k : k + 2).period();
        }
        boolean next = is(k - 1, "and") && isFigureBehind(k) && leadingPeriod(i).isPresent();
        if (next) {
          // "April was the highest at 1,402 and June the lowest at 1,202"
          break;
        }
        boolean own = about[i] == About.EARLIER || !basis[k];
        if (own && !items.get(k).period().orElseThrow().since()) {
          return items.get(k).period();
        }
        break;
      }
      boolean share =
          isFigure(k)
              && (about[k] == About.SHARE
                  || about[k] == About.WHOLE
                  || (about[k] == About.DURATION && MEASURED_WITHIN.has(before(k))));
      boolean aside =
          (item.is("(") && !share(k + 1) && !(isPeriod(k + 1) && is(k + 2, ")")))
              || (item.is(",") && !leadsToPeriod(k + 1));
      int closing = item.is("(") && aside ? closing(k) : -1;
      if (closing > 0) {
        k = closing;
        continue;
      }
      boolean reason = REASONS.has(item.text()) && !item.is("as");
      if (aside
          || reason
          || (isFigure(k) && !share)
          || Lexicon.CLAUSE_ENDS.has(item.text())
          || Lexicon.COMPARING.has(item.text())) {
        break;
      }
    }
    if (about[i] == About.EARLIER) {
      Optional<PeriodMention> last = Optional.empty();
      for (int p : periods) {
        if (p < i && basis[p]) {
          last = items.get(p).period();
        }
      }
      return last;
    }
    return leadingPeriod(i);
  }

  /** {@code the 10% rise that was forecast}. */
  private static final Lexicon FORECAST =
      Lexicon.of("forecast forecasted predicted expected planned anticipated budgeted projected");

  private static final Lexicon RECORDED = Lexicon.of("recorded seen reached set received");

  private PeriodMention.Kind kind(int p) {
    return items.get(p).period().orElseThrow().kind();
  }

  /** {@code (88,422 in all)}: of the whole list before, and not of its last month. */
  private boolean isInAll(int i) {
    return is(i, "in", "all") || is(i, "in", "total") || is(i, "altogether") || is(i, "overall");
  }

  /** {@code the lowest month was September with 105}. */
  private boolean isMonthWith(int i) {
    return is(i, "with") && isMonth(i - 1);
  }

  private boolean isMonth(int i) {
    return isPeriod(i) && MONTHS.contains(kind(i));
  }

  /** {@code 122 and 140 in quarter three and quarter four}: each its own, or -1. */
  private int respective(int i) {
    boolean first = is(i + 1, "and") && isFigure(i + 2);
    boolean second = is(i - 1, "and") && isFigure(i - 2);
    if (first == second) {
      return -1;
    }
    int at = (first ? i + 2 : i) + 1;
    int from = at;
    while (Lexicon.LEADING.has(item(at).text())) {
      at++;
    }
    int other = at + 2;
    while (is(other, "the") || is(other, "in")) {
      other++;
    }
    boolean pair = at > from && isPeriod(at) && is(at + 1, "and") && isPeriod(other);
    return !pair ? -1 : first ? at : other;
  }

  private boolean isBetweenTwo(int k) {
    boolean between = is(k - 1, "between") || (is(k - 1, "the") && is(k - 2, "between"));
    return between && is(k + 1, "and") && isPeriod(k + 2);
  }

  /** Whether a figure follows a period before anything else ends. */
  private boolean isFigureBehind(int p) {
    for (int k = p + 1; k < items.size(); k++) {
      if (isFigure(k)) {
        return true;
      }
      if (isPeriod(k) || is(k, ",") || Lexicon.CLAUSE_ENDS.has(item(k).text())) {
        return false;
      }
    }
    return false;
  }

  /** Where short brackets without a period close, or -1. */
  private int closing(int open) {
    for (int k = open + 1; k < open + 7; k++) {
      if (isPeriod(k)) {
        return -1;
      }
      if (is(k, ")")) {
        return k;
      }
    }
    return -1;
  }

  private boolean share(int k) {
    return isFigure(k) && about[k] == About.SHARE;
  }

  /** The period that stands before a figure and speaks for the sentence. */
  private Optional<PeriodMention> leadingPeriod(int i) {
    Optional<PeriodMention> found = Optional.empty();
    for (int p : periods) {
      PeriodMention mention = items.get(p).period().orElseThrow();
      boolean aside =
          (mention.kind() == PeriodMention.Kind.DAY && !opens(p)) || isAdjective(p, mention);
      boolean taken = aside || isOfEarlier(p);
      if (p < i && !basis[p] && !mention.since() && !taken && !breaks(p, i)) {
        boolean bound = isFigure(p + 1) || is(p + 1, ":") || is(p + 1, "(");
        boolean leads = (p < 5 && !bound) || !hasFigureBetween(p, i);
        found = leads ? Optional.of(mention) : found;
      }
    }
    return found;
  }

  /** {@code from 19,800 in quarter two to 14,100}: the period of the first. */
  private boolean isOfEarlier(int p) {
    int left = p - 1;
    while (Lexicon.LEADING.has(item(left).text())) {
      left--;
    }
    return isFigure(left) && about[left] == About.EARLIER;
  }

  /** {@code August recess reduced the number}: a month that only says which. */
  private boolean isAdjective(int p, PeriodMention mention) {
    return mention.kind() == PeriodMention.Kind.BARE_MONTH
        && !Lexicon.LEADING.has(item(p - 1).text())
        && item(p + 1).isWord()
        && !Lexicon.FUNCTION.has(item(p + 1).text())
        && !Lexicon.COUNTED.has(item(p + 1).text())
        && (Direction.leading(item(p + 2).text()).isMove()
            || Lexicon.BEING.has(item(p + 2).text()));
  }

  /** Whether nothing but words that lead to a period stands before one in its clause. */
  private boolean opens(int p) {
    int left = p - 1;
    while (Lexicon.LEADING.has(item(left).text())) {
      left--;
    }
    return left < 0 || is(left, ";") || is(left, ",");
  }

  private boolean hasFigureBetween(int from, int to) {
    return figures.stream().anyMatch(k -> k > from && k < to);
  }

  private int behindNouns(int i) {
    int at = i + 1;
    Kind kind = figure(i).kind();
    // 95% of visitors, 36 days of leave
    boolean of = kind == Kind.PER_CENT || kind == Kind.HOURS || kind == Kind.DAYS;
    if (of && is(at, "of")) {
      at++;
      while (is(at, "the")
          || is(at, "all")
          || is(at, "our")
          || is(at, "these")
          || is(at, "those")) {
        at++;
      }
    }
    if (PIECES.has(item(at).text())
        && is(at + 1, "of")
        && item(at + 2).isWord()
        && !Lexicon.FUNCTION.has(item(at + 2).text())) {
      at += 2;
    }
    int words = 0;
    while (words < 5
        && (isService(at)
            || (item(at).isDash() && item(at).token().glued())
            || (item(at).isWord()
                && !Lexicon.FUNCTION.has(item(at).text())
                && !Lexicon.COUNTED.has(item(at).text())
                && (Direction.any(item(at).text()) == Direction.UNSAID
                    || about[i] != About.LEVEL)))) {
      at++;
      words++;
    }
    return at;
  }

  /** The numbers that are the names of services: {@code 999 calls}. */
  private boolean isService(int at) {
    return isLine(at) && item(at + 1).isWord();
  }

  private boolean isLine(int at) {
    return !isFigure(at) && (is(at, "999") || is(at, "101"));
  }

  private List<String> nouns(int i) {
    List<String> nouns = new ArrayList<>();
    int end = behindNouns(i);
    // "59 more meetings than": the noun may stand behind the comparative.
    for (int k = i + 1; k < end; k++) {
      if (!Lexicon.FUNCTION.has(item(k).text())) {
        nounAt(k, nouns);
      }
    }
    boolean comparative =
        Direction.MORE.has(item(end).text()) || Direction.LESS.has(item(end).text());
    if (comparative && about[i] != About.LEVEL) {
      for (int k = end + 1;
          k < end + 4
              && item(k).isWord()
              && !Lexicon.FUNCTION.has(item(k).text())
              && !Lexicon.COUNTED.has(item(k).text());
          k++) {
        nounAt(k, nouns);
      }
    }
    boolean in = is(end, "in") || is(end - 1, "in");
    if (about[i] != About.LEVEL && in) {
      nouns.addAll(behindIn(is(end, "in") ? end : end - 1));
    }
    if (about[i] == About.CHANGE
        || about[i] == About.PER_CENT_CHANGE
        || about[i] == About.POINTS_CHANGE) {
      // "an increase in emails of 419"
      for (int k = i - 1; k > i - 9 && k >= 0 && !isFigure(k); k--) {
        if (is(k, "in") && Direction.leading(item(k - 1).text()) != Direction.UNSAID) {
          nouns.addAll(behindIn(k));
          break;
        }
      }
    }
    return List.copyOf(nouns);
  }

  private void nounAt(int k, List<String> nouns) {
    boolean word =
        item(k).isWord()
            && Direction.any(item(k).text()) == Direction.UNSAID
            && !Lexicon.BETTER_OR_WORSE.has(item(k).text())
            && !is(k, "short", "of");
    if (word) {
      nouns.add(item(k).text());
    }
  }

  private List<String> behindIn(int in) {
    List<String> nouns = new ArrayList<>();
    for (int k = in + 1; k < in + 9 && item(k).isWord(); k++) {
      String word = item(k).text();
      boolean skipped =
          word.equals("the") || word.equals("of") || word.equals("our") || word.equals("a");
      if (!skipped && (Lexicon.FUNCTION.has(word) || Lexicon.COUNTED.has(word))) {
        break;
      }
      if (!skipped && Direction.any(word) == Direction.UNSAID) {
        nouns.add(word);
      }
    }
    return nouns;
  }

  private List<String> subject(int i) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int k = 0; k < i; k++) {
      if (is(k, ";")) {
        from = k + 1;
      }
    }
    for (int k = pointing(from, i); k < i; k++) {
      if (item(k).isWord()) {
        words.add(item(k).text());
      }
    }
    return List.copyOf(words);
  }

  /** {@code , so this is a rise of 9}: where a change has a pronoun of its own before it. */
  private int pointing(int from, int i) {
    for (int k = i - 1; isChangeAt(i) && k > i - 7 && k > from && item(k).isWord(); k--) {
      boolean noun = is(k, "the") && TOTALS.has(item(k + 1).text());
      boolean pronoun = noun || is(k, "this") || is(k, "that") || is(k, "it");
      boolean opens = is(k - 1, ",") || is(k - 1, "so") || is(k - 1, "and") || item(k - 1).isDash();
      if (pronoun && opens) {
        return k;
      }
    }
    return from;
  }

  private String verb(int at) {
    int k = at;
    while (Lexicon.BEING.has(item(k).text())
        || is(k, "not")
        || is(k, "all")
        || is(k, "also")
        || is(k, "actually")
        || is(k, "still")) {
      k++;
    }
    return item(k).isWord() && !isLeading(k) ? item(k).text() : "";
  }

  private boolean isLeading(int k) {
    return Lexicon.LEADING.has(item(k).text()) || Lexicon.FUNCTION.has(item(k).text());
  }

  /** The words that narrow the things counted: {@code on engagement}, {@code at one station}. */
  private List<String> within(int after) {
    int at = after;
    while (Lexicon.BEING.has(item(at).text())
        || Lexicon.COUNTED.has(item(at).text())
        || (at == after && item(at).isWord() && !Lexicon.FUNCTION.has(item(at).text()))) {
      at++;
    }
    if ((!Lexicon.RESTRICTING.has(item(at).text()) && !is(at, "in")) || leadsToPeriod(at)) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    at += is(at + 1, "the") || is(at + 1, "our") || is(at + 1, "its") ? 1 : 0;
    for (int k = at + 1;
        k < at + 5
            && (item(k).isWord() || isLine(k))
            && !Lexicon.LEADING.has(item(k).text())
            && !Lexicon.BEING.has(item(k).text());
        k++) {
      words.add(item(k).text());
    }
    return List.copyOf(words);
  }

  private Scope scopeOf(int i, int after, boolean change) {
    if (narrowed.contains(i)) {
      return Scope.SOME;
    }
    if (about[i] == About.EARLIER) {
      return isFuture(i) ? Scope.SOME : Scope.ALL;
    }
    return change ? changeScope(i, after) : scope(i, after);
  }

  private boolean isFuture(int i) {
    for (int k = Math.max(0, i - 12); k < i; k++) {
      if (FUTURE.has(item(k).text()) && !is(k - 1, "as")) {
        return true;
      }
    }
    return false;
  }

  /** A change is of the whole unless it is a plan, or is against no period and no figure. */
  private Scope changeScope(int i, int after) {
    boolean more = is(i - 1, "another") || (is(i - 1, "additional") && !changes.isExtra(i));
    if (isFuture(i) || is(i - 1, "further") || more) {
      return Scope.SOME;
    }
    boolean compares = false;
    for (int k = i + 1; k < i + 14 && k < items.size(); k++) {
      String word = item(k).text();
      if (Lexicon.CLAUSE_ENDS.has(word) || (isFigure(k) && isChangeAt(k))) {
        break;
      }
      if (FORECAST.has(word) && !is(k - 1, "as")) {
        return Scope.SOME;
      }
      if (isFigure(k) || (isPeriod(k) && basis[k])) {
        return Scope.ALL;
      }
      if (isPeriod(k)) {
        boolean here =
            items.get(k).period().orElseThrow().kind() == PeriodMention.Kind.THIS_QUARTER;
        if (!here && !isOwn(i, k) && k < i + 8 && !is(k - 1, ",")) {
          return Scope.SOME;
        }
      }
      compares |= Lexicon.COMPARING.has(word) && !is(k + 1, "before") && !is(k + 1, "previously");
      boolean narrows =
          Lexicon.of("about regarding concerning relating related involving at with for who whose")
                  .has(word)
              && !leadsToPeriod(k)
              && !isFigure(k + 1)
              && !Lexicon.COMPARING.has(item(k - 1).text());
      if (narrows && k <= after + 4) {
        return Scope.SOME;
      }
    }
    return compares ? Scope.SOME : Scope.ALL;
  }

  /** {@code 12 more letters in quarter one than in quarter four}: the place of the first. */
  private Optional<Integer> ownPeriod(int i) {
    Optional<Integer> first =
        periods.stream().filter(p -> p > i).findFirst().filter(p -> p < i + 9 && !basis[p]);
    if (first.isEmpty() || !Lexicon.LEADING.has(item(first.get() - 1).text())) {
      return Optional.empty();
    }
    boolean than = is(first.get() + 1, "than") || is(first.get() + 1, "compared");
    boolean against =
        periods.stream().anyMatch(p -> p > first.get() && p < first.get() + 6 && basis[p]);
    return than && against && !hasFigureBetween(i, first.get()) ? first : Optional.empty();
  }

  private boolean isOwn(int i, int p) {
    return ownPeriod(i).filter(own -> own == p).isPresent();
  }

  private boolean isChangeAt(int k) {
    return about[k] == About.CHANGE
        || about[k] == About.PER_CENT_CHANGE
        || about[k] == About.POINTS_CHANGE;
  }

  private Scope scope(int i, int after) {
    if (isFuture(i)) {
      return Scope.SOME;
    }
    int left = i - 1;
    while (is(left, "a")
        || is(left, "total")
        || is(left, "of")
        || is(left, "only")
        || is(left, "just")
        || is(left, "the")
        || is(left, "some")
        || is(left, "all")) {
      left--;
    }
    boolean reset =
        (left == 0 && is(left, "with"))
            // "in an average of 12.0 seconds": seconds are never added up
            || (is(left, "average") && figure(i).kind() == Kind.SECONDS)
            || (is(i - 1, "of") && is(i - 2, "total"))
            || is(left - 1, "dealt", "with")
            || (is(left, "with") && (is(left - 1, "month") || OPENED.has(item(left - 1).text())))
            || (isMonthWith(left) && is(left - 2, "was"))
            || (is(left, "with") && is(left - 1, ",") && isMonth(left - 2) && is(left - 3, "was"))
            || (is(left, "with") && is(left - 1, ",") && isPeriod(0))
            || (is(left, "with") && is(left - 1, "number") && is(left - 2, "highest"))
            || (is(left, "with") && is(left - 1, "number") && is(left - 2, "lowest"));
    String before = item(left).text();
    if (!reset && (Lexicon.NARROWING.has(before) || Lexicon.NARROWING.has(item(i + 1).text()))) {
      return Scope.SOME;
    }
    if (is(i - 1, "which")
        || is(i - 1, "these")
        || is(i - 1, "them")
        || is(i - 1, "those")
        || is(left, "which")
        || is(left, "these")
        || is(left, "them")) {
      return Scope.SOME;
    }
    Scope scope = Scope.ALL;
    int at = is(after, "on", "average") ? after + 2 : after;
    if (isTime(figure(i)) && is(at, "to")) {
      // "9 days to reply"
      return scope;
    }
    int being = at;
    while (Lexicon.BEING.has(item(being).text())) {
      being++;
    }
    if (is(being, "on")
        && (is(being + 1, "the") || is(being + 1, "its"))
        && ROLLS.has(item(being + 2).text())) {
      at = being + 3;
    }
    boolean ofThem = is(at, "of", "these") || is(at, "of", "them") || is(at, "of", "those");
    if (ofThem && isPeriod(i - 2) && item(i - 1).isWord()) {
      // "July saw 241 of these"
      return behind(at + 2, scope);
    }
    if (Lexicon.BEING.has(item(at).text())
        || Lexicon.COUNTED.has(item(at).text())
        || (item(at).isWord() && !Lexicon.FUNCTION.has(item(at).text()))) {
      while (Lexicon.BEING.has(item(at).text()) || is(at, "also") || is(at, "all")) {
        at++;
      }
      if (is(at, "in", "post")
          || is(at, "in", "place")
          || is(at, "in", "total")
          || is(at, "in", "all")) {
        return behind(at + 2, scope);
      }
      if (is(at, "not") || is(at, "no")) {
        return Scope.SOME;
      }
      if (item(at).isWord() && !Lexicon.FUNCTION.has(item(at).text())) {
        scope = Lexicon.COUNTED.has(item(at).text()) ? Scope.ALL : Scope.BY_VERB;
        at++;
        if (is(at - 1, "went", "ahead")) {
          scope = Scope.ALL;
          at++;
        }
        while (is(at, "out")
            || (is(at, "in") && !leadsToPeriod(at))
            || Lexicon.COUNTED.has(item(at).text())) {
          at++;
        }
      }
    }
    return behind(at, scope);
  }

  /** What follows the verb: nothing, a period, or something that narrows. */
  private Scope behind(int at, Scope scope) {
    if ((is(at, "the") || is(at, "us")) && is(at - 1, "reached")) {
      int past = at + (is(at, "us") ? 1 : 2);
      return Lexicon.FUNCTION.has(item(past).text()) && !leadsToPeriod(past) && !is(past, "and")
          ? Scope.SOME
          : behind(past, scope);
    }
    int attention = at;
    while (is(at, "to") && attention < at + 5 && item(attention).isWord()) {
      attention++;
      if (is(attention, "attention") || is(attention, "notice") || is(attention, "light")) {
        return behind(attention + 1, scope);
      }
    }
    if (is(at, "in", "all") || is(at, "in", "total")) {
      return behind(at + 2, scope);
    }
    Item next = item(at);
    boolean ends = (!next.isWord() && !next.isDash()) || (is(at, "across") && isFigure(at + 1));
    if (ends || leadsToPeriod(at) || isPeriod(at)) {
      return scope;
    }
    if (is(at, "from") && isPeriod(at + 1)) {
      return scope;
    }
    boolean fromFigure = is(at, "from") && (isFigure(at + 1) || isFigure(at + 2));
    if (fromFigure
        || is(at, "and")
        || is(at, "but")
        || is(at, "as")
        || is(at, "than")
        || is(at, "compared")
        || is(at, "against")
        || is(at, "which")
        || Direction.any(next.text()) != Direction.UNSAID) {
      return scope;
    }
    return Lexicon.RESTRICTING.has(next.text()) || Lexicon.LEADING.has(next.text())
        ? Scope.SOME
        : scope == Scope.ALL && Lexicon.FUNCTION.has(next.text())
            ? Scope.ALL
            : scope == Scope.ALL ? Scope.BY_VERB : scope;
  }

  private boolean leadsToPeriod(int at) {
    int k = at;
    while (k < at + 5 && Lexicon.LEADING.has(item(k).text())) {
      k++;
    }
    return k > at && isPeriod(k);
  }
}
