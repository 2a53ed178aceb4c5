package quarterday.check;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Direction;
import quarterday.commentary.Figure;
import quarterday.commentary.Movement;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;

/** A minus sign beside a word that says the same: {@code a -46% decrease}. */
final class DoubleNegative implements Check {
  /** How far the word may stand from the figure. */
  private static final int NEAR = 30;

  /** The same outside the tables, where no measure is known. */
  private static final Pattern TWICE =
      Pattern.compile(
          "(?i)\\b(?:down|fell|fallen|falls?|drop(?:ped|s)?|decreased?|reduced|reduction|declined?|lower)"
              + "\\s+(?:(?:of|by|a)\\s+)*[-\u2212\u2013]\\d[\\d,.]*%?"
              + "|(?<![\\w%])[-\u2212]\\d[\\d,.]*%?\\s+(?:fewer|lower|decrease|reduction|drop|fall|decline)\\b");

  @Override
  public CheckRule rule() {
    return CheckRule.DOUBLE_NEGATIVE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Subject.WrittenText written : subject.texts()) {
      Matcher twice = TWICE.matcher(written.text());
      if (!PeriodLabels.inTable(subject, written) && twice.find()) {
        found.accept(
            written.finding(
                rule(),
                String.format(
                    Locale.ROOT,
                    "A minus sign and a word for less stand together in \"%s\"; write one of them only.",
                    twice.group().strip())));
      }
    }
    for (Narrative narrative : subject.narratives()) {
      for (Sentence sentence : narrative.sentences()) {
        for (Claim claim : sentence.claims()) {
          Figure figure = claim.figure();
          if (figure.sign() == Figure.Sign.MINUS
              && !figure.bracketed()
              && hasWord(narrative, sentence, figure)) {
            String plain = narrative.quote(figure).replaceFirst("^\\D+", "");
            found.accept(
                narrative.finding(
                    rule(),
                    narrative.message(
                        "a minus sign and a word for less stand together in \"%s\"; write \"down"
                            + " %s\" or \"-%s\", not both.",
                        phrase(narrative, sentence, figure), plain, plain)));
          }
        }
      }
    }
  }

  private static boolean hasWord(Narrative narrative, Sentence sentence, Figure figure) {
    return sentence.movements().stream().anyMatch(m -> isBeside(narrative, m, figure))
        || narrative
            .read()
            .text()
            .substring(
                figure.end(), Math.min(narrative.read().text().length(), figure.end() + NEAR))
            .matches("(?is)[\\s-]*(?:\\w+\\s+){0,2}(?:fewer|less|lower|down)\\b.*")
        || narrative
            .read()
            .text()
            .substring(Math.max(0, figure.start() - NEAR), figure.start())
            .matches("(?is).*\\bdown(?:\\s+by)?\\s*");
  }

  private static boolean isBeside(Narrative narrative, Movement movement, Figure figure) {
    if (movement.direction() != Direction.DOWN) {
      return false;
    }
    String text = narrative.read().text();
    if (movement.start() >= figure.end()) {
      return text.substring(figure.end(), movement.start())
          .matches("(?s)[\\s-]*(?:[\\w-]+\\s+){0,2}");
    }
    return movement.end() <= figure.start()
        && text.substring(movement.end(), figure.start())
            .matches(
                "(?is)\\s*(?:(?:of|by|a|an|about|around|approximately|in \\w+ of)\\s+){0,2}"
                    + "(?:[\\d,.]+%?(?:\\s+[a-z]+)?,?\\s+or\\s+)?");
  }

  private static String phrase(Narrative narrative, Sentence sentence, Figure figure) {
    int start = figure.start();
    int end = figure.end();
    for (Movement movement : sentence.movements()) {
      if (isBeside(narrative, movement, figure)) {
        start = Math.min(start, movement.start());
        end = Math.max(end, movement.end());
      }
    }
    return narrative.read().quote(start, end);
  }
}
