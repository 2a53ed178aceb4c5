package quarterday.architecture.wrong.check;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Six ways to get another answer on another machine. */
@SuppressWarnings({"StringCaseLocaleUsage", "DefaultLocale"})
public final class AsksTheMachine {
  private AsksTheMachine() {}

  static List<Object> ask() {
    return List.of(
        Locale.getDefault(),
        ZoneId.systemDefault(),
        String.format("%.1f", 96.5),
        "%.1f".formatted(96.5),
        "Title".toLowerCase(),
        DateTimeFormatter.ofPattern("MMMM"));
  }

  /** A stated locale is the same everywhere, so this is no seventh way. */
  static String stated() {
    return String.format(Locale.ROOT, "%.1f", 96.5);
  }
}
