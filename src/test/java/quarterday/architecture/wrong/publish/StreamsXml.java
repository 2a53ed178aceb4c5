package quarterday.architecture.wrong.publish;

import javax.xml.stream.XMLStreamReader;

public interface StreamsXml {
  XMLStreamReader seen();
}
