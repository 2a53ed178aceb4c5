package quarterday.complete;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import quarterday.check.LastReport;
import quarterday.spc.LimitsMethod;

/**
 * What a completion knew, kept in the workbook itself. Without it only history and undo are lost:
 * blocks and sheets are found by their names.
 *
 * <p>The add-in keeps its way back in an element {@code undo} at the end of the same part. It is
 * passed over here, and is lost when the ledger is written anew: it led back from another state.
 *
 * @param version the product's version
 * @param period the reporting period's label
 * @param settings the settings in force, by name
 * @param measures the measures as read
 * @param former what the settings and measures that have changed were in the last report
 * @param added the ids of the measures that the last report did not have
 * @param accepted the reasons with which findings were accepted, by {@link ChecksSheet#id}
 * @param highlights the ids of the measures that were listed on Highlights
 * @param terms the terms that were added to an analyst's glossary
 * @param widths the widths that columns had before results were written there
 * @param heights the heights that header rows had before, by the name of their results
 * @param charts which charts were drawn
 */
record Ledger(
    String version,
    String period,
    Map<String, String> settings,
    List<Seen> measures,
    Former former,
    List<String> added,
    Map<String, String> accepted,
    List<String> highlights,
    List<String> terms,
    Map<Place, OptionalDouble> widths,
    Map<String, OptionalDouble> heights,
    DrawnCharts charts) {
  /** The namespace that names the ledger's part. */
  static final String NAMESPACE = "urn:quarterday:ledger:1";

  /** A measure as read: what it is, where its name stands, and its figures by period. */
  record Seen(
      String id,
      String sheet,
      String cell,
      String kpi,
      String name,
      String unit,
      String definition,
      String series) {
    Seen {
      id = LastReport.lasting(id);
      kpi = LastReport.lasting(kpi);
      name = LastReport.lasting(name);
      definition = LastReport.lasting(definition);
    }

    /** Whether two say the same, wherever in the workbook they stand. */
    boolean isSame(Seen other) {
      return equals(
          new Seen(
              other.id,
              sheet,
              cell,
              other.kpi,
              other.name,
              other.unit,
              other.definition,
              other.series));
    }

    private LastReport.Recorded recorded() {
      Map<String, String> figures = new LinkedHashMap<>();
      for (String figure : series.split(" ")) {
        int equals = figure.indexOf('=');
        if (equals > 0) {
          figures.put(figure.substring(0, equals), figure.substring(equals + 1));
        }
      }
      return new LastReport.Recorded(id, kpi, name, unit, definition, sheet, figures);
    }
  }

  /** What has changed since the last report, as it was then. */
  record Former(Map<String, String> settings, List<Seen> measures) {
    /** Nothing has changed. */
    static final Former NONE = new Former(Map.of(), List.of());

    Former {
      settings = new LinkedHashMap<>(settings);
      measures = List.copyOf(measures);
    }
  }

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
    settings.replaceAll((name, value) -> LastReport.lasting(value));
    measures = List.copyOf(measures);
    added = List.copyOf(added);
    accepted = new LinkedHashMap<>(accepted);
    highlights = List.copyOf(highlights);
    terms = List.copyOf(terms);
    widths = new LinkedHashMap<>(widths);
    heights = new LinkedHashMap<>(heights);
  }

  /** The same, with more terms that were added to an analyst's glossary. */
  Ledger withTerms(List<String> more) {
    List<String> all = new ArrayList<>(terms);
    all.addAll(more);
    return new Ledger(
        version,
        period,
        settings,
        measures,
        former,
        added,
        accepted,
        highlights,
        all,
        widths,
        heights,
        charts);
  }

  /** What the last report said, for a completion that is for this period. */
  LastReport history(String forPeriod) {
    Former then = then(forPeriod);
    return new LastReport(then.settings, then.measures.stream().map(Seen::recorded).toList());
  }

  /**
   * Settings and measures of the last report: as they were last, if that was for another period;
   * else as they were when this period was first completed.
   */
  private Former then(String forPeriod) {
    if (!period.equals(forPeriod)) {
      return new Former(settings, measures);
    }
    Map<String, String> oldSettings = new LinkedHashMap<>(settings);
    oldSettings.putAll(former.settings);
    Set<String> known = new HashSet<>(added);
    former.measures.forEach(seen -> known.add(seen.id));
    List<Seen> oldMeasures = new ArrayList<>(former.measures);
    measures.stream().filter(seen -> !known.contains(seen.id)).forEach(oldMeasures::add);
    return new Former(oldSettings, oldMeasures);
  }

  /** What of the last report is no longer so. */
  Former former(String forPeriod, Map<String, String> settingsNow, List<Seen> measuresNow) {
    Former then = then(forPeriod);
    Map<String, String> changed = new LinkedHashMap<>(then.settings);
    settingsNow.forEach((name, value) -> changed.remove(name, LastReport.lasting(value)));
    Map<String, Seen> byId = new HashMap<>();
    measuresNow.forEach(seen -> byId.put(seen.id, seen));
    return new Former(
        changed,
        then.measures.stream()
            .filter(seen -> !byId.containsKey(seen.id) || !seen.isSame(byId.get(seen.id)))
            .toList());
  }

  /** The measures that the last report did not have. */
  List<String> added(String forPeriod, List<Seen> measuresNow) {
    Set<String> then = new HashSet<>();
    then(forPeriod).measures.forEach(seen -> then.add(seen.id));
    return measuresNow.stream().map(Seen::id).filter(id -> !then.contains(id)).toList();
  }

  String toXml() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("ledger");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("version", version);
      xml.writeAttribute("period", LastReport.lasting(period));
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        empty(xml, "setting", "name", setting.getKey(), "value", setting.getValue());
      }
      for (Seen seen : measures) {
        measure(xml, "measure", seen);
      }
      for (Map.Entry<String, String> setting : former.settings.entrySet()) {
        empty(xml, "former-setting", "name", setting.getKey(), "value", setting.getValue());
      }
      for (Seen seen : former.measures) {
        measure(xml, "former-measure", seen);
      }
      for (String id : added) {
        empty(xml, "added", "id", id);
      }
      for (Map.Entry<String, String> reason : accepted.entrySet()) {
        empty(xml, "accepted", "id", reason.getKey(), "reason", reason.getValue());
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
      for (Map.Entry<String, String> chart : charts.digests().entrySet()) {
        empty(xml, "chart", "name", chart.getKey(), "digest", chart.getValue());
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static void measure(XMLStreamWriter xml, String name, Seen seen)
      throws XMLStreamException {
    empty(
        xml,
        name,
        "id",
        seen.id,
        "sheet",
        seen.sheet,
        "cell",
        seen.cell,
        "kpi",
        seen.kpi,
        "name",
        seen.name,
        "unit",
        seen.unit,
        "definition",
        seen.definition,
        "series",
        seen.series);
  }

  private static Seen measure(XMLStreamReader xml) {
    return new Seen(
        value(xml, "id"),
        value(xml, "sheet"),
        value(xml, "cell"),
        value(xml, "kpi"),
        value(xml, "name"),
        value(xml, "unit"),
        value(xml, "definition"),
        value(xml, "series"));
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
      xml.writeAttribute(attributes[i], LastReport.lasting(attributes[i + 1]));
    }
  }

  /** Reads a ledger; one that cannot be read is none. */
  static Optional<Ledger> parse(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> settings = new LinkedHashMap<>();
    List<Seen> measures = new ArrayList<>();
    Map<String, String> formerSettings = new LinkedHashMap<>();
    List<Seen> formerMeasures = new ArrayList<>();
    List<String> added = new ArrayList<>();
    Map<String, String> accepted = new LinkedHashMap<>();
    List<String> highlights = new ArrayList<>();
    List<String> terms = new ArrayList<>();
    Map<Place, OptionalDouble> widths = new LinkedHashMap<>();
    Map<String, OptionalDouble> heights = new LinkedHashMap<>();
    Map<String, String> charts = new LinkedHashMap<>();
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
          case "measure" -> measures.add(measure(xml));
          case "former-setting" -> formerSettings.put(value(xml, "name"), value(xml, "value"));
          case "former-measure" -> formerMeasures.add(measure(xml));
          case "added" -> added.add(value(xml, "id"));
          case "accepted" -> accepted.put(value(xml, "id"), value(xml, "reason"));
          case "highlight" -> highlights.add(value(xml, "id"));
          case "term" -> terms.add(value(xml, "name"));
          case "width" ->
              widths.put(
                  new Place(value(xml, "results"), Integer.parseInt(value(xml, "offset"))),
                  before(xml));
          case "height" -> heights.put(value(xml, "results"), before(xml));
          case "chart" -> charts.put(value(xml, "name"), value(xml, "digest"));
          default -> {
            // The add-in's way back, or written by a later version: passed over.
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
            new Former(formerSettings, formerMeasures),
            added,
            accepted,
            highlights,
            terms,
            widths,
            heights,
            new DrawnCharts(charts)));
  }

  private static String value(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
