package quarterday.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import quarterday.kpi.Unit;
import quarterday.review.MeasureReview;

/** The row that counts all who work there, by the catalogue or by its name. */
final class Headcount {
  private static final String KNOWN = "O-HEAD";

  private static final String ALL =
      "(?:head ?count|staff|employees|workforce|(?:staff )?members|members of staff|people employed|people"
          + " in post|posts filled)";

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)\\s*(?:(?:the|total|overall|all|number of|no\\.? of|opcc|office|our)\\s+)*"
              + ALL
              + "(?:\\s+(?:employed|in post|in the office|headcount|numbers?|count))?"
              + "(?:[\\s,:(-]+(?:at|on|as at|end of)?\\s*(?:the\\s+)?(?:end of\\s+)?(?:the\\s+)?"
              + "(?:period|quarter|month|year)(?:[\\s-]+end)?\\)?)?\\s*");

  private static final Pattern BASE =
      Pattern.compile("(?i)(?:the\\s+|all\\s+|total\\s+|our\\s+)*" + ALL);

  private Headcount() {}

  /** The row, where there is one and no other that may be meant as well. */
  static Optional<MeasureReview> in(Subject subject) {
    Optional<MeasureReview> known = subject.measure(KNOWN);
    if (known.isPresent()) {
      return known;
    }
    List<MeasureReview> named =
        subject.measures().stream()
            .filter(m -> m.measure().unit() == Unit.COUNT)
            .filter(m -> NAME.matcher(m.measure().name()).matches())
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  /** Whether these words, behind {@code per cent of}, mean all who work there. */
  static boolean isMeant(String base) {
    return BASE.matcher(base.strip()).matches();
  }
}
