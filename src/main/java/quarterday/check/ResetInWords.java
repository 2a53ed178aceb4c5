package quarterday.check;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;

/**
 * A call to reset the control limits that gives no reason: neither the commentary nor a row of the
 * Adjustments sheet says why the level changed.
 */
final class ResetInWords implements Check {
  private static final String LIMITS =
      "(?:(?:the|these|its|their|our|both|control|upper|and|lower|process|statistical|chart's)\\s+){0,6}"
          + "(?:limits|(?:control\\s+)?chart|mean\\s+and(?:\\s+the)?(?:\\s+control)?\\s+limits)";
  private static final String RESET =
      "re-?(?:set|calculated|drawn|based|calibrated|computed|worked)";
  private static final String TO_RESET =
      "re-?(?:set|calculat(?:e|ing)|draw(?:ing)?|bas(?:e|ing)|calibrat(?:e|ing)|setting|comput(?:e|ing))";
  private static final String CALL =
      "(?:recommend(?:s|ed|ation)?|propos(?:e|es|ed|al)|suggest(?:s|ed|ion)?|advis(?:e|es|ed)|ask(?:s|ed)?"
          + "|request(?:s|ed)?|intend(?:s|ed)?|plan(?:s|ned)?|should|must|will|need(?:s|ed)?|would\\s+like|due)";

  /**
   * {@code It is recommended that the control limits are reset}, {@code we propose to reset them}.
   */
  private static final Pattern CALLED =
      Pattern.compile(
          "(?i)\\b"
              + CALL
              + "\\b[^.;:]{0,40}?(?:\\b"
              + LIMITS
              + "\\s+(?:now\\s+)?(?:are|be|is|should\\s+be|to\\s+be|being)\\s+(?:now\\s+)?"
              + RESET
              + "|\\b"
              + TO_RESET
              + "\\s+(?:of\\s+)?"
              + LIMITS
              + "|\\b(?:a\\s+)?(?:reset|recalculation|re-calculation)\\s+of\\s+"
              + LIMITS
              + ")\\b");

  /** {@code The limits should be reset}, {@code a reset of the limits is recommended}. */
  private static final Pattern CALLED_BEHIND =
      Pattern.compile(
          "(?i)(?:\\bnew\\s+(?:control\\s+)?limits\\s+(?:should|must|will|need\\s+to|are\\s+to)\\s+(?:now\\s+)?be"
              + "\\s+(?:set|calculated|drawn|worked\\s+out)\\b|\\b"
              + LIMITS
              + "\\s+(?:now\\s+)?(?:should|must|will|need|needs|ought|are|have)\\s+(?:now\\s+)?(?:to\\s+)?"
              + "(?:be|been|due\\s+to\\s+be)\\s+"
              + RESET
              + "|\\b(?:reset|resetting|recalculation|recalculating)\\s+(?:of\\s+)?"
              + LIMITS
              + "\\s+(?:is|was|has\\s+been|are)\\s+(?:now\\s+)?(?:recommended|proposed|suggested|advised|due"
              + "|needed|planned|requested))\\b");

  private static final Pattern DENIED =
      Pattern.compile(
          "(?i)\\b(?:not|no|never|nor|neither|without|unless|if|whether|until|longer)\\b|n't\\b");

  /** Words that give a reason, or say that one is waited for; a step change is none. */
  private static final Pattern REASON =
      Pattern.compile(
          "(?i)\\b(?:because|due|owing|thanks|following|follows|followed|after|result(?:s|ed|ing)?"
              + "|reasons?|why|caus(?:e|es|ed|ing)|explain(?:s|ed)?|explanation|reflect(?:s|ed|ing)?"
              + "|given|so\\s+that|once|when|introduc\\w+|new(?!\\s+(?:control\\s+)?limits\\b)|in\\s+(?:light|view|response)|attribut\\w+"
              + "|linked|link|driven|drove|merg\\w+|mov(?:e|ed|es|ing)|pandemic|lockdown|covid\\S*"
              + "|as(?!\\s+(?:well|in|at|of|on)\\b)|restructur\\w+|policy|rules?|(?<!step[ -])chang\\w+"
              + "|closure|closed|opened|replac\\w+|switch\\w*|accounts?\\s+for|means?\\s+that|led|stopped|began|started)\\b");

  /** {@code since the reporting change}, and not {@code since September}. */
  private static final Pattern SINCE = Pattern.compile("(?i)\\bsince\\s+");

  @Override
  public CheckRule rule() {
    return CheckRule.RESET_REASON;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      Optional<Sentence> call =
          narrative.sentences().stream().filter(s -> isCall(narrative, s)).findFirst();
      if (call.isPresent() && !givesReason(narrative) && !isRecorded(subject, narrative)) {
        found.accept(
            narrative.finding(
                rule(),
                narrative.message(
                    "the commentary calls for new limits and gives no reason; say why the level"
                        + " changed before you reset the limits.")));
      }
    }
  }

  private static boolean isCall(Narrative narrative, Sentence sentence) {
    String text = narrative.read().text().substring(sentence.start(), sentence.end());
    return Stream.of(CALLED, CALLED_BEHIND).anyMatch(p -> p.matcher(text).find())
        && !DENIED.matcher(text).find();
  }

  private static boolean givesReason(Narrative narrative) {
    String text = narrative.read().text();
    Matcher since = SINCE.matcher(text);
    boolean reason = REASON.matcher(text).find();
    while (!reason && since.find()) {
      int end = since.end();
      reason =
          narrative.read().periods().stream()
              .noneMatch(p -> p.start() >= since.start() && p.start() <= end + 4);
    }
    return reason;
  }

  /** Whether a row of the Adjustments sheet has a reason for this measure. */
  private static boolean isRecorded(Subject subject, Narrative narrative) {
    return subject.book().adjustments().stream()
        .filter(a -> !a.reason().isBlank())
        .anyMatch(
            a ->
                a.measure().equalsIgnoreCase(narrative.name())
                    || subject.measure(a.measure()).filter(narrative.review()::equals).isPresent());
  }
}
