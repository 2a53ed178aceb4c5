package quarterday.check;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;

/** {@code One employee is on maternity leave}: a text that tells what a reader may not know. */
final class FewPeopleInWords implements Check {
  private static final Pattern FEW =
      Pattern.compile(
          "(?i)\\b(?:one\\s+of\\s+(?:the|our)\\s+(?:\\w+\\s+)?(?:managers|team|staff|volunteers|employees"
              + "|colleagues)|(?:one|an?|another|two|three|four|[1-4])\\s+(?:\\w+\\s+)?"
              + "(?:members?\\s+of\\s+(?:the\\s+)?(?:staff|team)|(?:staff|team)\\s+members?"
              + "|members?\\s+of\\s+the\\s+(?:\\w+\\s+){1,2}team|caseworkers?|managers?"
              + "|administrators?|apprentices?|employees?|colleagues?|post-?\\s?holders?|staff"
              + "|volunteers?))\\b");
  private static final Pattern PRIVATE =
      Pattern.compile(
          "(?i)\\b(maternity|paternity|adoption\\s+leave|sick\\s+leave|off\\s+sick"
              + "|long[- ]term\\s+(?:sick\\w*|absen\\w+|ill\\w*)|surgery|stress|pregnan\\w+|ill\\s+health|illness"
              + "|disciplin\\w+|grievance|suspended|suspension|bereave\\w+|on\\s+probation|dismissed|cancer|diagnos\\w+|(?:in|into)\\s+hospital"
              + "|hospitali[sz]ed|signed\\s+off|treatment\\s+for|phased\\s+return|medical\\s+\\w+"
              + "|(?:after|following|having|had|awaiting|from|for)\\s+(?:an?|his|her|their)\\s+"
              + "(?:(?:knee|hip|heart|eye|back|hand|foot|shoulder|major|minor|planned|routine)\\s+)?operation"
              + "|off\\s+work|unwell|(?:was|were|is|are|been)\\s+(?:sick|ill)"
              + "|(?:was|were|is|are|been)\\s+(?:off|absent)\\s+(?:for|with|since|throughout|due|because)"
              + "|depression|anxiety|miscarr\\w+|divorc\\w+|redundan\\w+|long\\s+covid)\\b");

  @Override
  public CheckRule rule() {
    return CheckRule.SMALL_NUMBERS_ABOUT_PEOPLE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      for (Sentence sentence : narrative.sentences()) {
        String text = narrative.read().text().substring(sentence.start(), sentence.end());
        Matcher few = FEW.matcher(text);
        if (few.find() && PRIVATE.matcher(text).find()) {
          found.accept(
              narrative.finding(
                  rule(),
                  narrative.message(
                      "the commentary tells something personal about \"%s\", and a reader may know"
                          + " who is meant; leave it out, or record under Reviewed who agreed to"
                          + " publish it.",
                      few.group().replaceAll("\\s+", " "))));
          break;
        }
      }
    }
  }
}
