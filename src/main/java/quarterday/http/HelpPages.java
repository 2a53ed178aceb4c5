package quarterday.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** The documentation as web pages, each made of its Markdown when it is first asked for. */
final class HelpPages {
  private static final Pattern PATH = Pattern.compile("((?:/[A-Za-z0-9][A-Za-z0-9_-]*)+)\\.html");
  private static final String PAGES = "/help";
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  private final Map<String, WebFiles.WebFile> made = new ConcurrentHashMap<>();
  private final String frame = BuiltIn.text("/quarterday/http/help.html");

  /** The page at a path such as {@code /limits.html}; {@code /} is the list of all. */
  Optional<WebFiles.WebFile> at(String path) {
    String asked = path.endsWith("/") ? path + "index.html" : path;
    Matcher plain = PATH.matcher(asked);
    if (!plain.matches()) {
      return Optional.empty();
    }
    WebFiles.WebFile known = made.get(asked);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<WebFiles.WebFile> page =
        BuiltIn.bytes(PAGES + plain.group(1) + ".md")
            .map(markdown -> page(new String(markdown, StandardCharsets.UTF_8), plain.group(1)));
    page.ifPresent(file -> made.put(asked, file));
    return page;
  }

  private WebFiles.WebFile page(String markdown, String path) {
    Node document = Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
    int depth = (int) path.chars().filter(c -> c == '/').count() - 1;
    document.accept(new OwnLinks(depth));
    String body =
        HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .attributeProviderFactory(context -> new Anchors())
            .build()
            .render(document);
    String html =
        frame.replace("{title}", WebFiles.escaped(title(document))).replace("{body}", body);
    return WebFiles.WebFile.of(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
  }

  private static String title(Node document) {
    return document.getFirstChild() instanceof Heading heading ? text(heading) : "Help";
  }

  private static String text(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(org.commonmark.node.Code code) {
            words.append(code.getLiteral());
          }
        });
    return words.toString();
  }

  /** Links among the pages lead to their HTML; what leads to the sources loses its link. */
  private static final class OwnLinks extends AbstractVisitor {
    private final int depth;

    OwnLinks(int depth) {
      this.depth = depth;
    }

    @Override
    public void visit(Link link) {
      String target = link.getDestination();
      visitChildren(link);
      if (target.matches("https?://.*") || target.startsWith("#")) {
        return;
      }
      if (climbs(target) > depth) {
        while (link.getFirstChild() != null) {
          link.insertBefore(link.getFirstChild());
        }
        link.unlink();
      } else {
        link.setDestination(target.replaceFirst("\\.md(?=#|$)", ".html"));
      }
    }

    private static int climbs(String target) {
      int climbs = 0;
      String rest = target;
      while (rest.startsWith("../")) {
        rest = rest.substring(3);
        climbs++;
      }
      return climbs;
    }
  }

  /** Headings can be linked to by their words, as where the Markdown is shown by others. */
  private static final class Anchors implements AttributeProvider {
    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
      if (node instanceof Heading heading) {
        attributes.put(
            "id",
            text(heading)
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9 _-]", "")
                .replace(' ', '-'));
      }
    }
  }
}
