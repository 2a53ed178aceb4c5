package quarterday.commentary;

import java.util.List;
import quarterday.commentary.Figure.Kind;

/** The items of a sentence, looked at by their place; beyond its ends there is nothing. */
class ItemRow {
  final List<Item> items;

  ItemRow(List<Item> items) {
    this.items = items;
  }

  final Item item(int i) {
    return i >= 0 && i < items.size() ? items.get(i) : Item.NONE;
  }

  final boolean is(int i, String... words) {
    for (int k = 0; k < words.length; k++) {
      if (!item(i + k).is(words[k])) {
        return false;
      }
    }
    return true;
  }

  final Figure figure(int i) {
    return items.get(i).figure().orElseThrow();
  }

  final boolean isFigure(int i) {
    return item(i).figure().isPresent();
  }

  final boolean isPeriod(int i) {
    return item(i).period().isPresent();
  }

  /** Whether a period is not called the report's own. */
  final boolean isEarlierKind(int p) {
    PeriodMention.Kind kind = items.get(p).period().orElseThrow().kind();
    return kind != PeriodMention.Kind.THIS_QUARTER
        && kind != PeriodMention.Kind.THIS_PERIOD
        && kind != PeriodMention.Kind.THIS_MONTH
        && kind != PeriodMention.Kind.LATER;
  }

  static boolean isTime(Figure figure) {
    Kind kind = figure.kind();
    return kind == Kind.DAYS || kind == Kind.HOURS || kind == Kind.MINUTES || kind == Kind.SECONDS;
  }
}
