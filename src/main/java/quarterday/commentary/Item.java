package quarterday.commentary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the grammar of claims reads: a word, a figure, a period or a mark.
 *
 * @param text the word in small letters; {@code #} for a figure and {@code @} for a period
 * @param token its first token
 * @param figure the figure, if it is one
 * @param period the period, if it is one
 * @param end where it ends in the text
 */
record Item(
    String text, Token token, Optional<Figure> figure, Optional<PeriodMention> period, int end) {
  static final String FIGURE = "#";
  static final String PERIOD = "@";

  /** What stands around a sentence. */
  static final Item NONE = new Item("", Token.NONE, Optional.empty(), Optional.empty(), 0);

  boolean is(String word) {
    return text.equals(word);
  }

  boolean isWord() {
    return token.isWord() && figure.isEmpty() && period.isEmpty();
  }

  boolean isDash() {
    return token.is(Token.Kind.DASH) && figure.isEmpty();
  }

  int start() {
    return token.start();
  }

  /** The items of a text, in order; the end of a sentence is an item too. */
  static List<Item> in(String text) {
    List<Token> tokens = Token.in(text);
    PeriodGrammar periods = new PeriodGrammar(tokens);
    FigureGrammar figures = new FigureGrammar(tokens);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < tokens.size(); ) {
      Token token = tokens.get(i);
      Optional<PeriodGrammar.Found> period = periods.at(i);
      if (period.isPresent()) {
        items.add(
            new Item(
                PERIOD,
                token,
                Optional.empty(),
                period.map(PeriodGrammar.Found::mention),
                period.get().mention().end()));
        i = period.get().next();
        continue;
      }
      Optional<FigureGrammar.Found> figure = figures.at(i);
      if (figure.isPresent() && figure.get().figure().isPresent()) {
        items.add(
            new Item(
                FIGURE,
                token,
                figure.get().figure(),
                Optional.empty(),
                figure.get().figure().get().end()));
      } else {
        items.add(new Item(token.text(), token, Optional.empty(), Optional.empty(), token.end()));
      }
      // Digits that are no figure are passed over as one.
      i = figure.map(FigureGrammar.Found::next).orElse(i + 1);
    }
    return items;
  }
}
