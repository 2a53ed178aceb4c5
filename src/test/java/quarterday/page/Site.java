package quarterday.page;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quarterday.http.AddInSettings;
import quarterday.http.KpiServer;
import quarterday.http.Patience;
import quarterday.http.ServerLimit;
import quarterday.http.ServerSettings;
import quarterday.sheet.UnusableInput;

/**
 * A server for browsers to be tested with, on the loopback, without https.
 *
 * @param folder where its home is
 * @param port 0 for any
 * @param tokens the file of tokens, if it asks for one
 * @param token the token that its page carries; empty for one of its own making
 * @param officeJs where Office.js is, if it is not Microsoft's
 */
record Site(
    Path folder,
    int port,
    Optional<Path> tokens,
    String token,
    Map<ServerLimit, Long> limits,
    Optional<Path> officeJs) {
  /** A server with nothing special. */
  static Site in(Path folder) {
    return new Site(folder, 0, Optional.empty(), "", Map.of(), Optional.empty());
  }

  Site onPort(int other) {
    return new Site(folder, other, tokens, token, limits, officeJs);
  }

  Site withTokens(Path file) {
    return new Site(folder, port, Optional.of(file), token, limits, officeJs);
  }

  Site withToken(String other) {
    return new Site(folder, port, tokens, other, limits, officeJs);
  }

  Site within(Map<ServerLimit, Long> others) {
    return new Site(folder, port, tokens, token, others, officeJs);
  }

  Site withOffice(Path scripts) {
    return new Site(folder, port, tokens, token, limits, Optional.of(scripts));
  }

  /** Starts it; it may still be warming up. */
  KpiServer serve() throws UnusableInput {
    return KpiServer.start(
        new ServerSettings(
            ServerSettings.LOOPBACK,
            port,
            false,
            List.of(),
            folder.resolve("home"),
            tokens,
            token,
            Patience.with(limits),
            new AddInSettings(Optional.empty(), false, officeJs)),
        "development",
        new PrintWriter(Writer.nullWriter()));
  }
}
