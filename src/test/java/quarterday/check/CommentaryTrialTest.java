package quarterday.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import quarterday.check.CommentaryTrial.Cell;
import quarterday.kpi.Finding;

/**
 * How often the rules about words are right: they find nine in ten planted mistakes, and of a
 * hundred sound commentaries at most one gives an alarm.
 */
class CommentaryTrialTest {
  private static final int IN_TEN = 9;

  @Test
  void soundCommentariesAreLeftAlone() {
    List<Cell> cells = CommentaryTrial.sound("sound.csv", 4);
    List<String> alarms = alarms(cells);

    assertThat(cells).hasSizeGreaterThan(400);
    assertThat(alarms).hasSizeLessThanOrEqualTo(cells.size() / 100);
  }

  @Test
  void mistakesMadeOfSoundCommentariesAreFound() {
    List<Cell> cells = CommentaryTrial.mutated("sound.csv");
    List<String> missed = missed(cells);

    assertThat(cells).hasSizeGreaterThan(250);
    assertThat(missed).hasSizeLessThanOrEqualTo(cells.size() * (10 - IN_TEN) / 10);
  }

  @Test
  void mistakesOfOtherKindsAreFound() {
    List<Cell> cells = CommentaryTrial.planted("planted.csv");
    List<String> missed = missed(cells);

    assertThat(cells).hasSizeGreaterThan(45);
    assertThat(missed).hasSizeLessThanOrEqualTo(cells.size() * (10 - IN_TEN) / 10);
  }

  @Test
  void sentencesWrittenLaterAreJudgedAsWell() {
    List<Cell> sound = new ArrayList<>(CommentaryTrial.sound("unseen-sound.csv", 4));
    sound.addAll(CommentaryTrial.sound("final-sound.csv", 4));
    List<Cell> planted = new ArrayList<>(CommentaryTrial.planted("unseen-planted.csv"));
    planted.addAll(CommentaryTrial.planted("final-planted.csv"));

    assertThat(alarms(sound)).hasSizeLessThanOrEqualTo(sound.size() / 100);
    assertThat(missed(planted)).hasSizeLessThanOrEqualTo(planted.size() * (10 - IN_TEN) / 10);
  }

  static List<String> alarms(List<Cell> cells) {
    List<String> alarms = new ArrayList<>();
    for (List<Cell> book : CommentaryTrial.workbooks(cells)) {
      List<List<Finding>> findings = CommentaryTrial.findings(book);
      for (int i = 0; i < book.size(); i++) {
        if (!findings.get(i).isEmpty()) {
          alarms.add(book.get(i) + " -> " + said(findings.get(i)));
        }
      }
    }
    return told("sound, with an alarm", alarms, cells);
  }

  static List<String> missed(List<Cell> cells) {
    List<String> missed = new ArrayList<>();
    for (List<Cell> book : CommentaryTrial.workbooks(cells)) {
      List<List<Finding>> findings = CommentaryTrial.findings(book);
      for (int i = 0; i < book.size(); i++) {
        Cell cell = book.get(i);
        if (findings.get(i).stream().noneMatch(f -> cell.codes().contains(f.code()))) {
          missed.add(cell + " -> " + said(findings.get(i)));
        }
      }
    }
    return told("missed", missed, cells);
  }

  private static List<String> said(List<Finding> findings) {
    return findings.stream().map(f -> f.code() + " " + f.message()).toList();
  }

  private static List<String> told(String what, List<String> found, List<Cell> of) {
    System.out.printf("%d of %d %s%n", found.size(), of.size(), what);
    found.forEach(line -> System.out.println("  " + line.replace("\n", " / ")));
    return found;
  }
}
