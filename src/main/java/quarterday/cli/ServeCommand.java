package quarterday.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import quarterday.http.AddInSettings;
import quarterday.http.KpiServer;
import quarterday.http.Origin;
import quarterday.http.ServerSettings;
import quarterday.http.Tokens;
import quarterday.sheet.UnusableInput;

/** Runs the server until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the server for the page, the add-in and programs.")
final class ServeCommand implements Callable<Integer> {
  private static final int MOST_PORTS = 65_535;

  @Spec private CommandSpec spec;

  @Option(names = "--http", description = "Speak plain http instead of https.")
  private boolean plain;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port: 8443 unless given, 8080 with --http; 0 takes any that is free.")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "The address to listen on; unless given, only this machine reaches the server.")
  private String bind = ServerSettings.LOOPBACK;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "A name that users call the server by, such as kpi.office.example; repeatable.")
  private List<String> hosts = new ArrayList<>();

  @Option(
      names = "--auth",
      paramLabel = "FILE",
      description = "The file of tokens; needed where other machines can reach the server.")
  private Optional<Path> auth = Optional.empty();

  @Option(
      names = "--token",
      paramLabel = "VALUE",
      description = "The token that requests must carry; unless given, one is drawn and printed.")
  private String token = "";

  @Option(
      names = "--limits",
      paramLabel = "FILE",
      description = "A file of limits, a line NAME=FIGURE each.")
  private Optional<Path> limits = Optional.empty();

  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      description = "Where the certificate is kept and files are worked on; ~/.quarterday.")
  private Path home = Path.of(System.getProperty("user.home"), ".quarterday");

  @Option(
      names = "--origin",
      paramLabel = "URL",
      description =
          "Where Excel finds the server, such as https://kpi.office.example; needed behind a"
              + " proxy.")
  private Optional<String> origin = Optional.empty();

  @Option(
      names = "--test-add-in",
      description = "Offer the add-in as a test one, which Excel keeps apart from the office's.")
  private boolean testAddIn;

  @Option(
      names = "--office-js",
      paramLabel = "FOLDER",
      description = "The folder with Microsoft's office.js; without it Excel asks Microsoft.")
  private Optional<Path> officeJs = Optional.empty();

  @Option(names = "--show-config", description = "Print the configuration and do nothing else.")
  private boolean showConfig;

  @Option(
      names = "--new-token",
      paramLabel = "NAME",
      description =
          "Draw a token, print it with its line for the file of tokens, and do nothing else.")
  private Optional<String> newToken = Optional.empty();

  @Option(names = "--quiet", description = "Write no line for each request.")
  private boolean quiet;

  @Override
  public Integer call() throws UnusableInput, IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (newToken.isPresent()) {
      Tokens.NewToken drawn = Tokens.draw(newToken.get());
      out.println(drawn.line());
      err.println("The token, shown this once: " + drawn.token());
      return Quarterday.DONE;
    }
    ServerSettings settings = settings();
    if (showConfig) {
      out.print(settings.shown());
      return Quarterday.DONE;
    }
    return serve(settings, out, err);
  }

  private ServerSettings settings() throws UnusableInput {
    int chosen = port.orElse(plain ? ServerSettings.PLAIN_PORT : ServerSettings.SECURE_PORT);
    if (chosen < 0 || chosen > MOST_PORTS) {
      throw new UnusableInput(
          "bad-port",
          "There is no port " + chosen + ".",
          "Choose one from 1 to 65535, or 0 for any.");
    }
    if (auth.isPresent() && !token.isEmpty()) {
      throw new UnusableInput(
          "two-tokens",
          "With --auth the tokens come from the file, and --token says another.",
          "Leave one of the two out.");
    }
    if (!token.matches("[!-~]*")) {
      throw new UnusableInput(
          "bad-token",
          "The token has characters that no header can carry.",
          "Use letters, digits and punctuation, without spaces.");
    }
    return new ServerSettings(
        bind,
        chosen,
        !plain,
        hosts,
        home,
        auth,
        token,
        limits.isPresent() ? ServerSettings.readLimits(limits.get()) : Map.of(),
        new AddInSettings(
            origin.isPresent() ? Optional.of(Origin.parse(origin.get())) : Optional.empty(),
            testAddIn,
            officeJs));
  }

  private int serve(ServerSettings settings, PrintWriter out, PrintWriter err)
      throws UnusableInput {
    PrintWriter log = quiet ? new PrintWriter(java.io.Writer.nullWriter()) : err;
    KpiServer server = KpiServer.start(settings, Quarterday.Version.number(), log);
    Thread stopping = new Thread(server::close, "stopping");
    Runtime.getRuntime().addShutdownHook(stopping);
    try {
      if (token.isEmpty() && server.token().isPresent()) {
        out.println("The token of this run is " + server.token().get());
      }
      if (!server.awaitReady()) {
        server.close();
        err.println("Quarterday itself failed while it got ready; please report the incident.");
        return Quarterday.OUR_FAULT;
      }
      out.println("Quarterday is ready at " + server.url());
      out.flush();
      server.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Quarterday.DONE;
  }
}
