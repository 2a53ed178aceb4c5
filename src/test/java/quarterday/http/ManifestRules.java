package quarterday.http;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What Office asks of the manifest of a task pane add-in, as far as ours has it: order and kinds of
 * elements as in the schemas of [MS-OWEMXML] (OfficeAppManifestV1.1 and
 * TaskPaneAppVersionOverridesV1_0), lengths as its basic types have them, and what its reference
 * says in words: a tab's label after its groups, a version of four numbers for Excel on the web.
 */
final class ManifestRules {
  private static final String BASE = "http://schemas.microsoft.com/office/appforoffice/1.1";
  private static final String OVERRIDES =
      "http://schemas.microsoft.com/office/taskpaneappversionoverrides";
  private static final String BASIC = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  /** The children that an element may have, in their order; those with a mark must be there. */
  private static final Map<String, List<String>> ORDER = new HashMap<>();

  static {
    order(
        "OfficeApp",
        "Id! AlternateId Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl!"
            + " HighResolutionIconUrl! SupportUrl! AppDomains Hosts! Requirements!"
            + " DefaultSettings! Permissions! VersionOverrides!");
    order("VersionOverrides", "Description Requirements Hosts! Resources!");
    order("OfficeApp/Hosts", "Host!");
    order("Requirements", "Sets!");
    order("Sets", "Set!");
    order("DefaultSettings", "SourceLocation!");
    order("VersionOverrides/Hosts", "Host!");
    order("Hosts/Host", "DesktopFormFactor");
    order("DesktopFormFactor", "GetStarted! FunctionFile! ExtensionPoint!");
    order("GetStarted", "Title! Description! LearnMoreUrl!");
    order("ExtensionPoint", "CustomTab!");
    order("CustomTab", "Group! Label!");
    order("Group", "Label! Icon! Control!");
    order("Control:Button", "Label! Supertip! Icon! Action!");
    order("Control:Menu", "Label! Supertip! Icon! Items!");
    order("Items", "Item!");
    order("Item", "Label! Supertip! Icon Action!");
    order("Supertip", "Title! Description!");
    order("Icon", "Image!");
    order("Action:ShowTaskpane", "TaskpaneId SourceLocation! Title");
    order("Action:ExecuteFunction", "FunctionName!");
    order("Resources", "Images! Urls! ShortStrings! LongStrings!");
    order("Images", "Image!");
    order("Urls", "Url!");
    order("ShortStrings", "String!");
    order("LongStrings", "String!");
  }

  /** Where the resource that an element refers to has to be. */
  private static final Map<String, String> KIND =
      Map.of(
          "Label", "ShortStrings",
          "Title", "ShortStrings",
          "Description", "LongStrings",
          "Image", "Images",
          "SourceLocation", "Urls",
          "FunctionFile", "Urls",
          "LearnMoreUrl", "Urls");

  private static final Set<Integer> NEEDED_SIZES = Set.of(16, 32, 80);
  private static final int ID_LENGTH = 32;
  private static final int SHORT = 125;
  private static final int LONG = 250;
  private static final int URL_LENGTH = 2048;

  private final List<String> broken = new ArrayList<>();

  private ManifestRules() {}

  private static void order(String element, String children) {
    ORDER.put(element, List.of(children.split(" ")));
  }

  static Document parse(String manifest) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)));
    } catch (Exception e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Every element of that name, whatever its namespace. */
  static List<Element> all(Node within, String name) {
    NodeList found =
        within instanceof Document document
            ? document.getElementsByTagNameNS("*", name)
            : ((Element) within).getElementsByTagNameNS("*", name);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }

  /** The rules that a manifest breaks, a sentence each. */
  static List<String> brokenBy(String manifest) {
    ManifestRules rules = new ManifestRules();
    Document document = parse(manifest);
    rules.elements(document.getDocumentElement());
    rules.head(document);
    rules.resources(document);
    rules.identifiers(document);
    return rules.broken;
  }

  private void require(boolean kept, String sentence) {
    if (!kept) {
      broken.add(sentence);
    }
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  private static String type(Element element) {
    return element.getAttributeNS(INSTANCE, "type");
  }

  private void elements(Element element) {
    String name = element.getLocalName();
    String parent =
        element.getParentNode() instanceof Element above ? above.getLocalName() + "/" : "";
    List<String> allowed = List.of();
    for (String key : List.of(name + ":" + type(element), parent + name, name)) {
      allowed = allowed.isEmpty() ? ORDER.getOrDefault(key, List.of()) : allowed;
    }
    int last = 0;
    Set<String> seen = new TreeSet<>();
    for (Element child : children(element)) {
      String childName = child.getLocalName();
      int place = place(allowed, childName);
      require(place >= 0, childName + " has no place in " + name);
      require(place < 0 || place >= last, childName + " stands too late in " + name);
      last = Math.max(last, place);
      seen.add(childName);
      elements(child);
    }
    for (String child : allowed) {
      if (child.endsWith("!")) {
        String needed = child.substring(0, child.length() - 1);
        require(seen.contains(needed) || isBaseHost(element), needed + " is missing in " + name);
      }
    }
    String namespace =
        Set.of("Image", "Images", "Url", "Urls", "String", "ShortStrings", "LongStrings")
                .contains(name)
            ? BASIC
            : isWithin(element, "VersionOverrides") ? OVERRIDES : BASE;
    require(namespace.equals(element.getNamespaceURI()), name + " is in another namespace");
  }

  private static boolean isBaseHost(Element element) {
    return element.getLocalName().equals("Host") && !isWithin(element, "VersionOverrides");
  }

  private static int place(List<String> allowed, String name) {
    return Math.max(allowed.indexOf(name), allowed.indexOf(name + "!"));
  }

  private static boolean isWithin(Element element, String name) {
    for (Node node = element; node instanceof Element each; node = node.getParentNode()) {
      if (each.getLocalName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private void head(Document document) {
    Element root = document.getDocumentElement();
    require(type(root).equals("TaskPaneApp"), "it is no task pane add-in");
    require(
        root.getAttribute("xmlns:xsi").equals(INSTANCE), "xsi is not the namespace of XML Schema");
    require(
        first(document, "Id")
            .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"),
        "the Id is no GUID");
    require(
        first(document, "Version").matches("[1-9]\\d{0,4}(?:\\.\\d{1,5}){3}"),
        "the Version is not four numbers from 1.0.0.0");
    require(first(document, "Permissions").equals("ReadWriteDocument"), "the Permissions differ");
    length(all(document, "DisplayName").get(0), SHORT);
    length(all(document, "Description").get(0), LONG);
    for (Element each : all(document, "*")) {
      String value = each.getAttribute("DefaultValue");
      if (value.contains("://")) {
        require(
            value.matches("https://.*|http://(?:localhost|127\\.0\\.0\\.1|\\[::1\\])[:/].*"),
            value + " is not https");
        length(each, URL_LENGTH);
      }
    }
  }

  private static String first(Document document, String name) {
    return all(document, name).get(0).getTextContent();
  }

  private void length(Element element, int most) {
    String value = element.getAttribute("DefaultValue");
    require(
        !value.isEmpty() && value.length() <= most,
        "“" + value + "” is empty or longer than " + most);
  }

  private void resources(Document document) {
    Element resources = all(document, "Resources").get(0);
    Map<String, String> kinds = new HashMap<>();
    for (Element each : all(resources, "*")) {
      String id = each.getAttribute("id");
      if (!id.isEmpty()) {
        String kind = each.getParentNode().getLocalName();
        require(id.length() <= ID_LENGTH, id + " is longer than " + ID_LENGTH);
        require(kinds.put(id, kind) == null, id + " is there twice");
        length(
            each,
            kind.equals("ShortStrings") ? SHORT : kind.equals("LongStrings") ? LONG : URL_LENGTH);
      }
    }
    Set<String> used = new TreeSet<>();
    for (Element each : all(document, "*")) {
      String id = each.getAttribute("resid");
      if (!id.isEmpty()) {
        used.add(id);
        require(
            KIND.get(each.getLocalName()).equals(kinds.get(id)),
            id + " is no resource for a " + each.getLocalName());
      }
    }
    kinds.keySet().forEach(id -> require(used.contains(id), id + " is used by nothing"));
    for (Element icon : all(document, "Icon")) {
      Set<Integer> sizes = new TreeSet<>();
      for (Element image : children(icon)) {
        String size = image.getAttribute("size");
        require(image.getAttribute("resid").endsWith("." + size), "an icon of another size");
        sizes.add(Integer.valueOf(size));
      }
      require(sizes.containsAll(NEEDED_SIZES), "an Icon lacks a size that Office needs");
    }
  }

  private void identifiers(Document document) {
    Set<String> seen = new TreeSet<>();
    for (String name : List.of("CustomTab", "Group", "Control", "Item")) {
      for (Element each : all(document, name)) {
        String id = each.getAttribute("id");
        require(!id.isEmpty() && id.length() <= SHORT, name + " has no id of 1 to 125 characters");
        require(seen.add(id), "the id " + id + " is there twice");
      }
    }
  }
}
