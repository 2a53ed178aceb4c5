package quarterday.architecture.wrong.wire;

import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;

public interface UnpacksFiles {
  ZipFile zip();

  XMLStreamReader xml();
}
