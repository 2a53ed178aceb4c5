package quarterday.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import quarterday.sheet.Content;
import quarterday.sheet.UnusableInput;

/**
 * The texts that cells share. Runs are joined; the reading aids of East Asian text are left out.
 */
final class StringPool {
  private final List<Content> texts = new ArrayList<>();

  private StringPool() {}

  static StringPool none() {
    return new StringPool();
  }

  static StringPool read(Archive archive, String part, Meter meter)
      throws IOException, UnusableInput {
    StringPool pool = new StringPool();
    try (XmlWalk walk = XmlWalk.over(part, archive.open(part), meter.limits().nesting())) {
      walk.root();
      while (walk.nextChild(1)) {
        if (walk.at("si")) {
          pool.texts.add(Content.of(text(walk, meter)));
        }
      }
    }
    return pool;
  }

  /** The text of an {@code si} or {@code is} element, up to its end tag. */
  static String text(XmlWalk walk, Meter meter) throws UnusableInput {
    int depth = walk.depth();
    String only = null;
    StringBuilder several = null;
    while (walk.next() && !(walk.isEnd() && walk.depth() == depth)) {
      if (walk.at("rPh")) {
        walk.skip();
      } else if (walk.at("t")) {
        String text = walk.text();
        if (only == null) {
          only = text;
        } else {
          several = several == null ? new StringBuilder(only) : several;
          several.append(text);
        }
      }
    }
    String text = Markup.unescaped(several != null ? several.toString() : only == null ? "" : only);
    meter.text(text.length());
    return text;
  }

  Content at(int index) throws UnusableInput {
    if (index < 0 || index >= texts.size()) {
      throw Refusal.damaged("a cell refers to a shared text that is not there");
    }
    return texts.get(index);
  }
}
