package quarterday.architecture.wrong.check;

import java.nio.file.Path;

public interface OpensAFile {
  Path seen();
}
