package quarterday.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import quarterday.review.MeasureReview;
import quarterday.sheet.SheetSnapshot;

/**
 * A sheet on which an analyst lists highlights or exceptions, measure by measure.
 *
 * @param sheet the sheet
 * @param entries the measures that stand in a cell of their own, by row
 */
record HighlightList(SheetSnapshot sheet, Map<Integer, MeasureReview> entries) {
  private static final Pattern TITLE = Pattern.compile("(?i).*\\b(highlights?|exceptions?)\\b.*");
  private static final Pattern LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Small words tell no measure from another. */
  private static final int WORD = 4;

  /** The lists of a workbook; a sheet that names no measure is none. */
  static List<HighlightList> in(Subject subject) {
    Map<String, MeasureReview> byName = new HashMap<>();
    Map<String, List<MeasureReview>> onLists = new HashMap<>();
    for (MeasureReview m : subject.measures()) {
      if (TITLE.matcher(m.table().sheet()).matches()) {
        onLists.computeIfAbsent(m.table().sheet(), key -> new ArrayList<>()).add(m);
      } else {
        byName.putIfAbsent(plain(m.measure().name()), m);
      }
    }
    List<HighlightList> lists = new ArrayList<>();
    for (SheetSnapshot sheet : subject.ownSheets()) {
      // A list with a column for the quarter looks like a table, but has no measure of its own.
      boolean table =
          onLists.getOrDefault(sheet.name(), List.of()).stream()
              .anyMatch(m -> !byName.containsKey(plain(m.measure().name())));
      if (table || !TITLE.matcher(sheet.name()).matches()) {
        continue;
      }
      Map<Integer, MeasureReview> entries = new TreeMap<>();
      for (int row : sheet.rows()) {
        for (int column : sheet.columns(row)) {
          sheet
              .at(row, column)
              .content()
              .text()
              .map(text -> byName.get(plain(text)))
              .ifPresent(measure -> entries.putIfAbsent(row, measure));
        }
      }
      if (!entries.isEmpty()) {
        lists.add(new HighlightList(sheet, entries));
      }
    }
    return lists;
  }

  /** Whether one of the sheet's texts has all the words of a measure's name. */
  boolean mentions(MeasureReview measure) {
    List<String> words = words(measure.measure().name());
    for (int row : sheet.rows()) {
      for (int column : sheet.columns(row)) {
        String text = sheet.at(row, column).content().text().map(HighlightList::plain).orElse("");
        if (!text.isEmpty() && words.stream().allMatch(text::contains)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String word : plain(name).split(" ")) {
      if (word.length() >= WORD || Character.isDigit(word.charAt(0))) {
        words.add(word);
      }
    }
    return words.isEmpty() ? List.of(plain(name)) : words;
  }

  private static String plain(String text) {
    return LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
