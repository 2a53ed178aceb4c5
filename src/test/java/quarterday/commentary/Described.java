package quarterday.commentary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is read in a text, written in one line, so that tests can be read as a table. */
final class Described {
  private Described() {}

  /** All claims, words for up and down without a figure, states and targets, in that order. */
  static String of(String text) {
    Commentary read = Commentary.read(text);
    List<String> parts = new ArrayList<>();
    for (Sentence sentence : read.sentences()) {
      sentence.claims().forEach(claim -> parts.add(claim(claim, read)));
      sentence.movements().stream()
          .filter(movement -> !movement.figured())
          .forEach(movement -> parts.add(movement(movement, read)));
      sentence.states().forEach(state -> parts.add(state(state, read)));
      sentence.targets().forEach(target -> parts.add("target " + lower(target.relation())));
    }
    return String.join("; ", parts);
  }

  private static String claim(Claim claim, Commentary read) {
    StringBuilder words = new StringBuilder(lower(claim.about()));
    if (claim.direction() != Direction.UNSAID) {
      words.append(' ').append(lower(claim.direction()));
    }
    words.append(' ').append(figure(claim.figure()));
    claim.nouns().forEach(noun -> words.append(' ').append(noun));
    claim.period().ifPresent(p -> words.append(" @ ").append(p.in(read.text())));
    claim.basis().ifPresent(p -> words.append(" against ").append(p.in(read.text())));
    claim.beside().ifPresent(f -> words.append(" beside ").append(figure(f)));
    if (claim.about() == Claim.About.LEVEL && claim.scope() != Claim.Scope.ALL) {
      words.append(claim.scope() == Claim.Scope.SOME ? " (some)" : " (" + claim.verb() + ")");
    }
    return words.toString();
  }

  private static String figure(Figure figure) {
    String hedge = figure.hedge() == Figure.Hedge.EXACT ? "" : lower(figure.hedge()) + " ";
    String range = figure.upTo().map(to -> "-" + to.toPlainString()).orElse("");
    String unit =
        switch (figure.kind()) {
          case NUMBER -> "";
          case PER_CENT -> "%";
          case POINTS -> "pp";
          case POUNDS -> " pounds";
          default -> " " + lower(figure.kind());
        };
    return hedge + figure.value().toPlainString() + range + unit;
  }

  private static String movement(Movement movement, Commentary read) {
    String size = movement.size().isEmpty() ? "" : movement.size() + " ";
    String basis = movement.basis().map(p -> " against " + p.in(read.text())).orElse("");
    String doubt = movement.scope() == Claim.Scope.ALL ? "" : " (some)";
    String factor = movement.factor() == 0 ? "" : " times " + movement.factor();
    return "move " + size + lower(movement.direction()) + factor + basis + doubt;
  }

  private static String state(StateWord state, Commentary read) {
    String way = state.direction() == Direction.UNSAID ? "" : " " + lower(state.direction());
    String months = state.months() == 0 ? "" : " " + state.months() + " months";
    Optional<PeriodMention> period = state.period();
    return "state "
        + lower(state.kind())
        + way
        + months
        + period.map(p -> " @ " + p.in(read.text())).orElse("");
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
