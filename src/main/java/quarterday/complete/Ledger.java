package quarterday.complete;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import quarterday.spc.LimitsMethod;

/**
 * What a completion knew, kept in the workbook itself. Without it only history and undo are lost:
 * blocks and sheets are found by their names.
 *
 * @param version the product's version
 * @param period the reporting period's label
 * @param settings the settings in force, by name
 * @param measures the measures as read
 * @param highlights the ids of the measures that were listed on Highlights
 * @param terms the terms that were added to an analyst's glossary
 * @param widths the widths that columns had before results were written there
 * @param heights the heights that header rows had before, by the name of their results
 */
record Ledger(
    String version,
    String period,
    Map<String, String> settings,
    List<Seen> measures,
    List<String> highlights,
    List<String> terms,
    Map<Place, OptionalDouble> widths,
    Map<String, OptionalDouble> heights) {
  /** The namespace that names the ledger's part. */
  static final String NAMESPACE = "urn:quarterday:ledger:1";

  /** A measure as read: its id, where its name stands, and its figures by period. */
  record Seen(String id, String sheet, String cell, String series) {}

  /** A column of results, counted from their left: inserted columns do not disturb it. */
  record Place(String results, int offset) {}

  /** Under this name the settings hold a limits method that nobody set: see the Method sheet. */
  static final String RECOGNISED = "Limits method recognised";

  /** The limits method that was recognised in the workbook's own limits, if one was. */
  Optional<LimitsMethod> recognisedMethod() {
    return Optional.ofNullable(settings.get(RECOGNISED)).flatMap(LimitsMethod::parse);
  }

  Ledger {
    settings = new LinkedHashMap<>(settings);
    measures = List.copyOf(measures);
    highlights = List.copyOf(highlights);
    terms = List.copyOf(terms);
    widths = new LinkedHashMap<>(widths);
    heights = new LinkedHashMap<>(heights);
  }

  String toXml() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("ledger");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("version", version);
      xml.writeAttribute("period", written(period));
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        empty(xml, "setting", "name", setting.getKey(), "value", setting.getValue());
      }
      for (Seen seen : measures) {
        empty(
            xml,
            "measure",
            "id",
            seen.id,
            "sheet",
            seen.sheet,
            "cell",
            seen.cell,
            "series",
            seen.series);
      }
      for (String id : highlights) {
        empty(xml, "highlight", "id", id);
      }
      for (String term : terms) {
        empty(xml, "term", "name", term);
      }
      for (Map.Entry<Place, OptionalDouble> width : widths.entrySet()) {
        empty(
            xml,
            "width",
            "results",
            width.getKey().results,
            "offset",
            Integer.toString(width.getKey().offset),
            "before",
            before(width.getValue()));
      }
      for (Map.Entry<String, OptionalDouble> height : heights.entrySet()) {
        empty(xml, "height", "results", height.getKey(), "before", before(height.getValue()));
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static String before(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }

  private static OptionalDouble before(XMLStreamReader xml) {
    String text = value(xml, "before");
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  private static void empty(XMLStreamWriter xml, String name, String... attributes)
      throws XMLStreamException {
    xml.writeEmptyElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], written(attributes[i + 1]));
    }
  }

  /** XML has no place for control characters or half a character, and makes spaces of line ends. */
  private static String written(String text) {
    StringBuilder written = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean character = c >= ' ' && (c < 0xD800 || c > 0xDFFF) && (c & 0xFFFE) != 0xFFFE;
              written.appendCodePoint(character ? c : ' ');
            });
    return written.toString();
  }

  /** Reads a ledger; one that cannot be read is none. */
  static Optional<Ledger> parse(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> settings = new LinkedHashMap<>();
    List<Seen> measures = new ArrayList<>();
    List<String> highlights = new ArrayList<>();
    List<String> terms = new ArrayList<>();
    Map<Place, OptionalDouble> widths = new LinkedHashMap<>();
    Map<String, OptionalDouble> heights = new LinkedHashMap<>();
    Map<String, String> head = new TreeMap<>();
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (!NAMESPACE.equals(xml.getNamespaceURI())) {
          return Optional.empty();
        }
        switch (xml.getLocalName()) {
          case "ledger" -> {
            head.put("version", value(xml, "version"));
            head.put("period", value(xml, "period"));
          }
          case "setting" -> settings.put(value(xml, "name"), value(xml, "value"));
          case "measure" ->
              measures.add(
                  new Seen(
                      value(xml, "id"),
                      value(xml, "sheet"),
                      value(xml, "cell"),
                      value(xml, "series")));
          case "highlight" -> highlights.add(value(xml, "id"));
          case "term" -> terms.add(value(xml, "name"));
          case "width" ->
              widths.put(
                  new Place(value(xml, "results"), Integer.parseInt(value(xml, "offset"))),
                  before(xml));
          case "height" -> heights.put(value(xml, "results"), before(xml));
          default -> {
            // Written by a later version: left alone.
          }
        }
      }
    } catch (XMLStreamException | NumberFormatException e) {
      return Optional.empty();
    }
    return Optional.of(
        new Ledger(
            head.getOrDefault("version", ""),
            head.getOrDefault("period", ""),
            settings,
            measures,
            highlights,
            terms,
            widths,
            heights));
  }

  private static String value(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
