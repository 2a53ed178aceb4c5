package quarterday.xlsx;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import quarterday.sheet.Interruption;
import quarterday.sheet.UnusableInput;

/**
 * A walk through the elements of one part, from start tag to start or end tag. A part that is no
 * well-formed XML, has a document type or nests too deep is refused on the way.
 */
final class XmlWalk implements Closeable {
  /** The namespace of workbook, sheets, tables and styles. */
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  /** The namespace of relationship ids. */
  static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /** How every namespace of the strict variant begins. */
  static final String STRICT = "http://purl.oclc.org/ooxml/";

  private static final XMLInputFactory2 FACTORY = factory();

  private final String part;
  private final XMLStreamReader2 reader;
  private final Closeable source;
  private final int nesting;

  private XmlWalk(String part, XMLStreamReader2 reader, Closeable source, int nesting) {
    this.part = part;
    this.reader = reader;
    this.source = source;
    this.nesting = nesting;
  }

  private static XMLInputFactory2 factory() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // Lazy parsing would throw unchecked exceptions from getters.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, 16_384);
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, 1 << 22);
    return factory;
  }

  /** A walk through bytes, whose encoding they say themselves. */
  static XmlWalk over(String part, InputStream in, int nesting) throws UnusableInput {
    try {
      return new XmlWalk(part, (XMLStreamReader2) FACTORY.createXMLStreamReader(in), in, nesting);
    } catch (XMLStreamException e) {
      throw notWellFormed(part, e);
    }
  }

  /** A walk through characters; places count them. */
  static XmlWalk over(String part, Reader in, int nesting) throws UnusableInput {
    try {
      return new XmlWalk(part, (XMLStreamReader2) FACTORY.createXMLStreamReader(in), in, nesting);
    } catch (XMLStreamException e) {
      throw notWellFormed(part, e);
    }
  }

  private static UnusableInput notWellFormed(String part, XMLStreamException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    return Refusal.damaged(
        "its part " + part + " is not well-formed XML" + (line > 0 ? " at line " + line : ""));
  }

  /** Goes on to the next start or end tag; false at the end of the part. */
  boolean next() throws UnusableInput {
    try {
      while (reader.hasNext()) {
        Interruption.heed();
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw Refusal.documentType(part);
        }
        if (event == XMLStreamConstants.START_ELEMENT && reader.getDepth() > nesting) {
          throw Refusal.limit("nested elements", nesting, "more than that");
        }
        if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw notWellFormed(part, e);
    } catch (UncheckedIOException e) {
      throw Refusal.damaged("its part " + part + " cannot be unpacked");
    }
  }

  /** Goes on to the root's start tag. */
  XmlWalk root() throws UnusableInput {
    if (!next()) {
      throw Refusal.damaged("its part " + part + " is empty");
    }
    return this;
  }

  /**
   * Goes on to the next child of an element at this depth; false at that element's end. What stands
   * inside a child that was not walked through is passed over.
   */
  boolean nextChild(int parentDepth) throws UnusableInput {
    while (next()) {
      if (isStart() && depth() == parentDepth + 1) {
        return true;
      }
      if (!isStart() && depth() == parentDepth) {
        return false;
      }
    }
    return false;
  }

  /** Goes on to the end tag of the element whose start tag this is. */
  void skip() throws UnusableInput {
    int depth = depth();
    while (!(isEnd() && depth() == depth) && next()) {
      // Nothing inside matters.
    }
  }

  boolean isStart() {
    return reader.getEventType() == XMLStreamConstants.START_ELEMENT;
  }

  boolean isEnd() {
    return reader.getEventType() == XMLStreamConstants.END_ELEMENT;
  }

  /** How many elements are open, this one included: 1 at the root's start and end tags. */
  int depth() {
    return reader.getDepth();
  }

  String name() {
    return reader.getLocalName();
  }

  String namespace() {
    String uri = reader.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  /** The prefix with its colon, or empty. */
  String prefix() {
    String prefix = reader.getPrefix();
    return prefix == null || prefix.isEmpty() ? "" : prefix + ":";
  }

  /** Whether this is the start tag of an element of the spreadsheet namespace. */
  boolean at(String name) {
    return isStart() && reader.getLocalName().equals(name) && MAIN.equals(namespace());
  }

  /** Whether this is the end tag of an element of the spreadsheet namespace. */
  boolean atEnd(String name) {
    return isEnd() && reader.getLocalName().equals(name) && MAIN.equals(namespace());
  }

  /** An attribute without a namespace, or empty. */
  String attribute(String name) {
    String value = reader.getAttributeValue("", name);
    return value == null ? "" : value;
  }

  /** An attribute of a namespace, or empty. */
  String attribute(String namespace, String name) {
    String value = reader.getAttributeValue(namespace, name);
    return value == null ? "" : value;
  }

  boolean has(String attribute) {
    return reader.getAttributeValue("", attribute) != null;
  }

  /** Whether the attribute says true. */
  boolean flag(String name) {
    String value = attribute(name);
    return value.equals("1") || value.equals("true") || value.equals("on");
  }

  int attributes() {
    return reader.getAttributeCount();
  }

  String attributeName(int index) {
    return reader.getAttributeLocalName(index);
  }

  String attributeNamespace(int index) {
    String uri = reader.getAttributeNamespace(index);
    return uri == null ? "" : uri;
  }

  String attributePrefix(int index) {
    String prefix = reader.getAttributePrefix(index);
    return prefix == null ? "" : prefix;
  }

  String attributeValue(int index) {
    return reader.getAttributeValue(index);
  }

  /** A whole number, the fallback where the attribute is missing. */
  int number(String name, int fallback) throws UnusableInput {
    String value = attribute(name);
    if (value.isEmpty()) {
      return fallback;
    }
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw wrong(name);
    }
  }

  /** A number, the fallback where the attribute is missing. */
  double decimal(String name, double fallback) throws UnusableInput {
    String value = attribute(name);
    if (value.isEmpty()) {
      return fallback;
    }
    try {
      return Double.parseDouble(value.strip());
    } catch (NumberFormatException e) {
      throw wrong(name);
    }
  }

  /** Says that what the part holds here makes no sense. */
  UnusableInput wrong(String what) {
    return Refusal.damaged("its part " + part + " has a " + what + " that makes no sense");
  }

  /** The text of this element, up to and with its end tag. */
  String text() throws UnusableInput {
    try {
      return reader.getElementText();
    } catch (XMLStreamException e) {
      throw notWellFormed(part, e);
    }
  }

  boolean isEmptyElement() throws UnusableInput {
    try {
      return reader.isEmptyElement();
    } catch (XMLStreamException e) {
      throw notWellFormed(part, e);
    }
  }

  /** The place of this tag's first character. */
  long start() {
    return reader.getLocationInfo().getStartingCharOffset();
  }

  /** The place after this tag's last character. */
  long end() throws UnusableInput {
    try {
      return reader.getLocationInfo().getEndingCharOffset();
    } catch (XMLStreamException e) {
      throw notWellFormed(part, e);
    }
  }

  String part() {
    return part;
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    } finally {
      source.close();
    }
  }
}
