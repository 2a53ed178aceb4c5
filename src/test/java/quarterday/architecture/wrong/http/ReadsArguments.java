package quarterday.architecture.wrong.http;

import picocli.CommandLine;

public interface ReadsArguments {
  CommandLine seen();
}
