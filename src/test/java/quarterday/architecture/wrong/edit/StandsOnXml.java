package quarterday.architecture.wrong.edit;

import org.w3c.dom.Document;

public interface StandsOnXml {
  Document seen();
}
