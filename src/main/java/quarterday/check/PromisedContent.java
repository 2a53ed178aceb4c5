package quarterday.check;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import quarterday.kpi.Finding;
import quarterday.sheet.SheetSnapshot;

/** A sheet that the workbook's own words announce and that has nothing on it but a title. */
final class PromisedContent implements Check {
  private static final int TITLE_ONLY = 2;
  private static final int LONG_ENOUGH = 4;

  @Override
  public CheckRule rule() {
    return CheckRule.PROMISED_CONTENT;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    Set<String> empty =
        subject.ownSheets().stream()
            .filter(sheet -> sheet.size() <= TITLE_ONLY)
            .map(SheetSnapshot::name)
            .filter(name -> name.strip().length() >= LONG_ENOUGH)
            .collect(Collectors.toSet());
    for (Subject.WrittenText written : subject.texts()) {
      String text = written.text().toLowerCase(Locale.ROOT);
      for (String name : empty) {
        if (!name.equals(written.sheet()) && text.contains(name.strip().toLowerCase(Locale.ROOT))) {
          found.accept(
              written.finding(
                  rule(),
                  String.format(
                      Locale.ROOT,
                      "\u201c%s\u201d is announced here, but that sheet is empty; fill it in, or take the words out.",
                      name)));
        }
      }
    }
  }
}
