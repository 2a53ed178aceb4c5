package quarterday.commentary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quarterday.commentary.TargetWord.Relation;

/** Reads a sentence's words about a target. */
final class TargetGrammar extends ItemRow {
  private static final Lexicon TARGETS =
      Lexicon.of(
          "target cap threshold targets ceiling standard ambition aspiration benchmark goal");
  private static final Lexicon BETWEEN =
      Lexicon.of(
          "the its our this a an of policy quarterly annual agreed set statutory and overall flexi"
              + " performance office force national contract contractual");
  private static final Lexicon DOUBT =
      Lexicon.of("not no never will would should aim aims expected if may might could to hope");

  private static final Lexicon AFTER = Lexicon.of("in for again this by with on and");

  TargetGrammar(List<Item> items) {
    super(items);
  }

  List<TargetWord> targets() {
    List<TargetWord> targets = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      boolean limit = item(i).is("limit") && item(i + 1).is("of");
      if (!TARGETS.has(item(i).text()) && !(limit && item(i + 2).figure().isPresent())) {
        continue;
      }
      int left = i - 1;
      while (BETWEEN.has(item(left).text())
          || item(left).figure().isPresent()
          || item(left).isDash()
          || isAdjective(left)) {
        left--;
      }
      boolean of =
          item(left).is("of")
              && (item(left - 1).is("ahead")
                  || item(left - 1).is("short")
                  || item(left - 1).is("clear"));
      left -= of || item(left).is("than") ? 1 : 0;
      Optional<Relation> relation =
          item(left + 1).is("than") ? comparative(item(left).text()) : relation(item(left).text());
      if (relation.isPresent() && !isDoubted(left)) {
        targets.add(
            new TargetWord(
                relation.get(),
                quoted(i, left),
                item(i + 1).is("by") ? gap(behindBy(i + 2)) : gap(left - 1),
                item(left).start(),
                item(i).end()));
      } else {
        Optional<TargetWord> said = passive(i);
        (said.isPresent() ? said : pronoun(i)).ifPresent(targets::add);
      }
    }
    return List.copyOf(targets);
  }

  /** Where the gap stands: {@code by two points}, {@code by 103.5 hours}. */
  private int behindBy(int i) {
    return item(i + 1).is("points") || item(i + 1).is("point") ? i + 1 : i;
  }

  /** {@code six short}, {@code five points clear}. */
  private Optional<Figure> gap(int i) {
    return item(i).is("points") || item(i).is("point")
        ? item(i - 1).figure().map(figure -> figure.as(Figure.Kind.POINTS))
        : item(i).figure();
  }

  /** {@code The cap is 240 hours, so the balance is below it}. */
  private Optional<TargetWord> pronoun(int i) {
    Optional<Figure> quoted = Optional.empty();
    for (int k = i + 1; k < items.size(); k++) {
      Optional<Figure> figure = item(k).figure();
      boolean larger =
          figure.isPresent()
              && quoted
                  .filter(
                      q ->
                          q.kind() != figure.get().kind()
                              || q.value().compareTo(figure.get().value()) >= 0)
                  .isEmpty();
      boolean next =
          item(k + 1).is("it") && !item(k + 2).isWord() && relation(item(k).text()).isPresent();
      if (next && quoted.isPresent() && !isDoubted(k)) {
        return Optional.of(
            new TargetWord(
                relation(item(k).text()).get(),
                quoted,
                Optional.empty(),
                item(k).start(),
                item(k + 1).end()));
      }
      // The limit of all is larger than that of each.
      quoted = larger ? figure : quoted;
    }
    return Optional.empty();
  }

  /** {@code the uplift target}: a word that only says which target. */
  private boolean isAdjective(int i) {
    return item(i).isWord()
        && item(i - 1).is("the")
        && item(i + 1).isWord()
        && TARGETS.has(item(i + 1).text())
        && relation(item(i).text()).isEmpty()
        && !Lexicon.FUNCTION.has(item(i).text());
  }

  /** {@code The target was met}, {@code the target of 90% was missed}. */
  private Optional<TargetWord> passive(int i) {
    int at = i + 1;
    Optional<Figure> quoted = quoted(i, i).or(() -> item(i - 1).figure());
    while (item(at).is("of") || item(at).figure().isPresent()) {
      at++;
    }
    if (item(at).is("is") && item(at + 1).figure().isPresent()) {
      quoted = item(at + 1).figure();
      at += 2;
      at += item(at).is(",") ? 1 : 0;
      at += item(at).is("which") || item(at).is("and") ? 1 : 0;
    }
    boolean has = item(at).is("has");
    boolean being = has || item(at).is("was") || item(at).is("is");
    boolean not = being && item(at + 1).is("not");
    int verb = not ? at + 2 : at + 1;
    while (has && (item(verb).is("been") || item(verb).is("therefore") || item(verb).is("now"))) {
      verb++;
    }
    boolean met = item(verb).is("met") || item(verb).is("achieved") || item(verb).is("exceeded");
    boolean plain = !item(verb + 1).isWord() || AFTER.has(item(verb + 1).text());
    if (!being || !plain || isDoubted(i) || !(met || (item(verb).is("missed") && !not))) {
      return Optional.empty();
    }
    return Optional.of(
        new TargetWord(
            met && !not ? Relation.MET : Relation.MISSED,
            quoted,
            item(verb + 1).is("by") ? gap(behindBy(verb + 2)) : Optional.empty(),
            item(i).start(),
            item(verb).end()));
  }

  /** {@code better than the target}. */
  private static Optional<Relation> comparative(String word) {
    return switch (word) {
      case "better" -> Optional.of(Relation.MET);
      case "worse" -> Optional.of(Relation.MISSED);
      case "more", "higher", "greater", "longer", "larger" -> Optional.of(Relation.ABOVE);
      case "fewer", "less", "lower", "shorter", "smaller" -> Optional.of(Relation.BELOW);
      default -> Optional.empty();
    };
  }

  private static Optional<Relation> relation(String word) {
    return switch (word) {
      case "below", "under", "beneath", "short" -> Optional.of(Relation.BELOW);
      case "above", "over", "exceeds", "exceeded", "exceeding", "exceed", "beyond", "ahead" ->
          Optional.of(Relation.ABOVE);
      case "within", "inside" -> Optional.of(Relation.WITHIN);
      case "met", "meets", "meeting", "achieved", "hit", "achieving", "clear" ->
          Optional.of(Relation.MET);
      case "missed", "missing", "misses", "outside" -> Optional.of(Relation.MISSED);
      default -> Optional.empty();
    };
  }

  private boolean isDoubted(int i) {
    for (int k = Math.max(0, i - 5); k < i; k++) {
      boolean far = item(k).is("to") && k < i - 1;
      if (DOUBT.has(item(k).text()) && !far) {
        return true;
      }
    }
    return false;
  }

  /** {@code the target of 90}, {@code the 225 hour cap}. */
  private Optional<Figure> quoted(int target, int relation) {
    for (int k = target - 1; k > relation; k--) {
      if (item(k).figure().isPresent()) {
        return item(k).figure();
      }
    }
    int at = target + 1;
    while (item(at).is("of") || item(at).is("(") || item(at).is("is") || item(at).is("which")) {
      at++;
    }
    return at > target + 1 ? item(at).figure() : Optional.empty();
  }
}
