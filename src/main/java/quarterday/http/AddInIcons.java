package quarterday.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The icons of the add-in's ribbon, drawn from their SVG when they are first asked for. */
final class AddInIcons {
  /** The edges that Excel asks for, in pixels. */
  static final Set<Integer> SIZES = Set.of(16, 20, 24, 32, 40, 48, 64, 80);

  private static final Map<String, String> DRAWINGS =
      Map.of(
          "quarterday", "/web/icon.svg",
          "check", "/quarterday/http/icons/check.svg",
          "complete", "/quarterday/http/icons/complete.svg",
          "remove", "/quarterday/http/icons/remove.svg",
          "undo", "/quarterday/http/icons/undo.svg");

  private static final Pattern NAME = Pattern.compile("([a-z]{1,20})-(\\d{2})\\.png");

  private final Map<String, byte[]> drawn = new ConcurrentHashMap<>();

  /** The icon of a name such as {@code check-32.png}, as PNG. */
  Optional<byte[]> named(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()
        || !DRAWINGS.containsKey(parts.group(1))
        || !SIZES.contains(Integer.valueOf(parts.group(2)))) {
      return Optional.empty();
    }
    return Optional.of(
        drawn.computeIfAbsent(
            name,
            same ->
                SvgPicture.parse(BuiltIn.text(DRAWINGS.get(parts.group(1))))
                    .png(Integer.parseInt(parts.group(2)))));
  }
}
