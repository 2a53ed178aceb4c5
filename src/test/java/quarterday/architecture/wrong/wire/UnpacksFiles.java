package quarterday.architecture.wrong.wire;

import org.apache.commons.compress.archivers.zip.ZipFile;

public interface UnpacksFiles {
  ZipFile zip();
}
