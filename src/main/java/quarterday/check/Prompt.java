package quarterday.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import quarterday.review.MeasureReview;
import quarterday.review.Review;

/**
 * A question that only a person can answer; no finding.
 *
 * @param code the rule that asks it
 * @param question what to look at
 */
public record Prompt(String code, String question) {
  /** What a person should look at before a report of this period goes out. */
  public static List<Prompt> of(Review review) {
    List<Prompt> prompts = new ArrayList<>();
    long exceptions =
        review.measures().stream().map(MeasureReview::state).filter(s -> s.isException()).count();
    if (exceptions > 0) {
      prompts.add(
          new Prompt(
              "V52",
              String.format(
                  Locale.ROOT,
                  "Does the overall statement fit the %s, and does it not deny a cause that one of them is put down to?",
                  exceptions == 1 ? "1 exception" : exceptions + " exceptions")));
      prompts.add(
          new Prompt(
              "V14", "Is the cause of each exception given in one way wherever it is mentioned?"));
    }
    prompts.add(
        new Prompt(
            "V20",
            "Are the dates on the cover those of this report and of the meeting that it goes to?"));
    prompts.add(
        new Prompt(
            "V28",
            "Is anything counted in another way than before, and is its first month marked [b]?"));
    prompts.add(
        new Prompt(
            "V53", "Is everything that the purpose or the contents announce in the report?"));
    prompts.add(
        new Prompt(
            "V55",
            "Could anybody be recognised from a small number, a single case or the words beside it?"));
    return prompts;
  }
}
