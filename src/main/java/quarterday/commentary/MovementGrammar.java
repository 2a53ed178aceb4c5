package quarterday.commentary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import quarterday.commentary.Claim.Scope;

/** Reads a sentence's words for up and down. */
final class MovementGrammar extends ItemRow {
  private static final Lexicon SIZES =
      Lexicon.of(
          "slight slightly small marginal marginally minor modest modestly significant"
              + " significantly substantial substantially sharp sharply large considerable"
              + " considerably dramatic dramatically");

  /** Words by which a movement is somebody's wish, a cause, or not so. */
  private static final Lexicon NOT_SAID =
      Lexicon.of(
          "to will would may might could should expected expect planned aims aim hope hopes if due"
              + " because following reflects reflecting despite as given not no never without"
              + " caused causing driven owing any further whether meant explains explain after"
              + " since potential likely target possible for by than means");

  private final IntFunction<Optional<PeriodMention>> basis;

  /**
   * Reads these items.
   *
   * @param items a sentence
   * @param basis the period that a change at a position is against
   */
  MovementGrammar(List<Item> items, IntFunction<Optional<PeriodMention>> basis) {
    super(items);
    this.basis = basis;
  }

  /**
   * Whether words set something at twice or half of something else: {@code twice as many}, {@code
   * half the number}, {@code half as many again}.
   */
  static boolean isMultiple(List<Item> items, int i) {
    Item here = items.get(i);
    String next = i + 1 < items.size() ? items.get(i + 1).text() : "";
    boolean again =
        here.figure().filter(f -> f.kind() == Figure.Kind.FRACTION).isPresent()
            && (next.equals("as") || next.equals("the"));
    return again || multiple(items, i) != 0;
  }

  /**
   * 2 for {@code twice as} and {@code double the}, 3 for {@code three times as}, -2 for {@code half
   * as}, else 0.
   */
  private static int multiple(List<Item> items, int i) {
    int at = i + 1 < items.size() && items.get(i + 1).is("times") ? i + 2 : i + 1;
    boolean of = at < items.size() && (items.get(at).is("as") || items.get(at).is("the"));
    Optional<Figure> times =
        items.get(i).figure().filter(f -> f.kind() == Figure.Kind.NUMBER && f.upTo().isEmpty());
    if (of && at == i + 2 && times.isPresent()) {
      return times.get().value().intValue();
    }
    return !of || at > i + 1
        ? 0
        : switch (items.get(i).text()) {
          case "twice", "double" -> 2;
          case "treble", "triple" -> 3;
          case "half" -> -2;
          default -> 0;
        };
  }

  /** 2 for doubled, 3 for trebled, -2 for halved, else 0. */
  static int factor(String word) {
    return switch (word) {
      case "doubled", "doubling" -> 2;
      case "trebled", "tripled" -> 3;
      case "quadrupled" -> 4;
      case "halved", "halving" -> -2;
      default -> 0;
    };
  }

  List<Movement> movements() {
    List<Movement> movements = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String word = items.get(i).text();
      int multiple = multiple(items, i);
      int factor = multiple != 0 ? multiple : factor(word);
      Direction direction =
          factor > 0 ? Direction.UP : factor < 0 ? Direction.DOWN : Direction.any(word);
      boolean same =
          (word.equals("same") && !isFigureNear(i))
              || word.equals("unchanged")
              || (word.equals("change") && item(i - 1).is("no"))
              || isNoChange(i);
      if (same) {
        direction = Direction.LEVEL;
      } else if (item(i + 1).is("than")) {
        direction = Direction.pace(word).isMove() ? Direction.pace(word) : direction;
      }
      if (direction != Direction.UNSAID && isMovement(i, word)) {
        movements.add(
            new Movement(
                direction,
                basis.apply(i),
                size(i),
                item(i - 1).is("than") ? 0 : factor,
                isFigureNear(i),
                subject(i),
                scope(i),
                items.get(i).start(),
                items.get(i).end()));
      }
    }
    return List.copyOf(movements);
  }

  /** {@code did not change}, {@code has not changed}. */
  private boolean isNoChange(int i) {
    return item(i - 1).is("not") && (item(i).is("change") || item(i).is("changed"));
  }

  private boolean isMovement(int i, String word) {
    Item next = item(i + 1);
    boolean than = next.is("than");
    if ((word.equals("more")
            || word.equals("less")
            || word.equals("additional")
            || word.equals("extra")
            || word.equals("longer")
            || word.equals("shorter")
            || word.equals("greater")
            || word.equals("smaller")
            || word.equals("larger")
            || word.equals("busier")
            || word.equals("quieter"))
        && !than
        && !(word.equals("less") && next.is("busy") && item(i + 2).is("than"))) {
      return false;
    }
    boolean moved = item(i - 1).is("went") || item(i - 1).is("gone") || item(i - 1).is("came");
    if ((word.equals("up") || word.equals("down"))
        && !(moved && next.is("to"))
        && !isAdverb(i + 1)
        && !next.is("on")
        && !next.is("from")
        && !next.is("compared")
        && !isVerdict(i)
        && next.figure().isEmpty()) {
      return false;
    }
    if (word.equals("lower") || word.equals("higher")) {
      boolean limit =
          next.is("limit") || next.is("control") || next.is("limits") || next.is("education");
      return !limit;
    }
    return (!word.equals("gain") && !word.equals("climb") && !word.equals("drop"))
        || item(i - 1).is("a");
  }

  /** {@code up year on year}, {@code down quarter on quarter}. */
  private boolean isAdverb(int i) {
    return item(i).period().isPresent()
        && (item(i).token().is("year") || item(i).token().is("quarter"));
  }

  private boolean isFigureNear(int i) {
    if (isAdverb(i + 1)
        && (item(i).is("up") || item(i).is("down"))
        && item(i - 1).figure().isEmpty()) {
      // "up year on year: 1,697 now"
      return false;
    }
    if (isAlone(i)) {
      return false;
    }
    for (int k = Math.max(0, i - 4); k <= i + 4 && k < items.size(); k++) {
      if (k > i && item(i + 1).is("than") && item(k).period().isPresent()) {
        // "fewer than a year earlier and two more than in quarter one"
        return false;
      }
      boolean valued = k > i && item(k - 1).is("(") && item(k - 2).period().isPresent();
      if (items.get(k).figure().isPresent() && !valued) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@code 52 visits, up on quarter two and 4 down on last year}, {@code 31 days, slower than in
   * June}: no figure says how much.
   */
  private boolean isAlone(int i) {
    int left = i - 1;
    while (SIZES.has(item(left).text()) || LITTLE.has(item(left).text())) {
      left--;
    }
    boolean opens =
        item(left).is(",")
            || item(left).is("and")
            || item(left).is("but")
            || (Lexicon.BEING.has(item(left).text()) && item(left - 1).is("which"));
    boolean compares =
        item(i + 1).is("than")
            || (item(i + 1).is("on") && (item(i).is("up") || item(i).is("down")));
    int at = i + 2;
    while (Lexicon.TO_BASIS.has(item(at).text())) {
      at++;
    }
    Item behind = item(at + 1);
    boolean ends = !behind.isWord() && !behind.is("(") && behind.figure().isEmpty();
    return isVerdict(i)
        || (opens
            && compares
            && item(at).period().isPresent()
            && (ends || behind.is("and") || behind.is("but")));
  }

  /** {@code Visits were down: 52 against 56}. */
  private boolean isVerdict(int i) {
    boolean mark = item(i + 1).is(":") || item(i + 1).is(",") || item(i + 1).isDash();
    return (item(i).is("up") || item(i).is("down"))
        && Lexicon.BEING.has(item(i - 1).text())
        && mark;
  }

  private static final Lexicon LITTLE = Lexicon.of("a little bit well much far just");

  private String size(int i) {
    for (int k : new int[] {i - 1, i + 1, i - 2}) {
      boolean near =
          k == i - 2 ? item(i - 1).isWord() && !Lexicon.FUNCTION.has(item(i - 1).text()) : true;
      if (near && SIZES.has(item(k).text()) && !item(k - 1).is("not") && !item(k - 1).is("no")) {
        return item(k).text();
      }
    }
    return "";
  }

  private int clauseStart(int i) {
    for (int k = i - 1; k >= 0; k--) {
      if (item(k).is(";")
          || item(k).is("but")
          || item(k).is("while")
          || item(k).is("whereas")
          || item(k).is("although")) {
        return k + 1;
      }
    }
    return 0;
  }

  private List<String> subject(int i) {
    List<String> words = new ArrayList<>();
    for (int k = clauseStart(i); k < i; k++) {
      if (item(k).isWord() && !SIZES.has(item(k).text())) {
        words.add(item(k).text());
      }
    }
    if (item(i + 1).is("in")) {
      for (int k = i + 2; k < i + 9 && item(k).isWord(); k++) {
        words.add(item(k).text());
      }
    }
    return List.copyOf(words);
  }

  /** A movement is of the whole subject unless a word makes it a wish, a cause or a part. */
  private Scope scope(int i) {
    int from = clauseStart(i);
    for (int k = from; k < i; k++) {
      String word = item(k).text();
      boolean leads = k == from && (word.equals("as") || word.equals("compared"));
      boolean comparing =
          (word.equals("to") && item(k - 1).is("compared")) || (word.equals("than") && k + 6 < i);
      boolean contrast = word.equals("for") && item(k + 1).period().isPresent();
      boolean amount = (word.equals("to") || word.equals("by")) && item(k + 1).figure().isPresent();
      boolean unchanged =
          (word.equals("no") && item(k + 1).is("change")) || (k + 1 == i && isNoChange(i));
      if (NOT_SAID.has(word) && !unchanged && !leads && !amount && !comparing && !contrast) {
        return Scope.SOME;
      }
    }
    return Scope.ALL;
  }
}
