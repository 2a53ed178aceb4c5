package quarterday.commentary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quarterday.commentary.TargetWord.Relation;

/** Reads a sentence's words about a target. */
final class TargetGrammar {
  private static final Lexicon TARGETS = Lexicon.of("target cap threshold targets ceiling");
  private static final Lexicon BETWEEN =
      Lexicon.of(
          "the its our this a an of policy quarterly annual agreed set statutory and overall flexi"
              + " performance office force");
  private static final Lexicon DOUBT =
      Lexicon.of("not no never will would should aim aims expected if may might could to hope");

  private final List<Item> items;

  TargetGrammar(List<Item> items) {
    this.items = items;
  }

  private Item item(int i) {
    return i >= 0 && i < items.size() ? items.get(i) : Item.NONE;
  }

  List<TargetWord> targets() {
    List<TargetWord> targets = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (!TARGETS.has(item(i).text())) {
        continue;
      }
      int left = i - 1;
      while (BETWEEN.has(item(left).text())
          || item(left).figure().isPresent()
          || item(left).isDash()) {
        left--;
      }
      Optional<Relation> relation = relation(item(left).text());
      if (relation.isPresent() && !isDoubted(left)) {
        targets.add(
            new TargetWord(relation.get(), quoted(i, left), item(left).start(), item(i).end()));
      }
    }
    return List.copyOf(targets);
  }

  private static Optional<Relation> relation(String word) {
    return switch (word) {
      case "below", "under", "beneath" -> Optional.of(Relation.BELOW);
      case "above", "over", "exceeds", "exceeded", "exceeding", "exceed", "beyond" ->
          Optional.of(Relation.ABOVE);
      case "within", "inside" -> Optional.of(Relation.WITHIN);
      case "met", "meets", "meeting", "achieved", "hit", "achieving" -> Optional.of(Relation.MET);
      case "missed", "missing", "misses" -> Optional.of(Relation.MISSED);
      default -> Optional.empty();
    };
  }

  private boolean isDoubted(int i) {
    for (int k = Math.max(0, i - 5); k < i; k++) {
      if (DOUBT.has(item(k).text())) {
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
