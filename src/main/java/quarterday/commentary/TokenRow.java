package quarterday.commentary;

import java.util.List;

/** The tokens of a sentence, looked at by their place; beyond its ends there is nothing. */
class TokenRow {
  final List<Token> tokens;

  TokenRow(List<Token> tokens) {
    this.tokens = tokens;
  }

  final Token token(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : Token.NONE;
  }

  final boolean is(int i, String... words) {
    for (int k = 0; k < words.length; k++) {
      if (!token(i + k).is(words[k])) {
        return false;
      }
    }
    return true;
  }
}
