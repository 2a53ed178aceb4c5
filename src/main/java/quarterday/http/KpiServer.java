package quarterday.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import quarterday.complete.Completion;
import quarterday.sheet.UnusableInput;
import quarterday.xlsx.XlsxFile;

/** A running server. */
public final class KpiServer implements Closeable {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT");
  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

  /** Threads beside those of connections: Jetty's own. */
  private static final int MORE_THREADS = 24;

  /** What a cold start on a busy machine may take; what workbooks may take is no measure of it. */
  private static final Duration WARMING = Duration.ofMinutes(5);

  private final ServerSettings settings;
  private final String version;
  private final ServerLog log;
  private final Tokens tokens;
  private final Spool spool;
  private final Workshop workshop;
  private final Server server;
  private final ServerConnector connector;
  private final CountDownLatch warmed = new CountDownLatch(1);
  private volatile boolean ready;

  private KpiServer(ServerSettings settings, String version, ServerLog log, Tokens tokens)
      throws UnusableInput {
    this.settings = settings;
    this.version = version;
    this.log = log;
    this.tokens = tokens;
    // Whoever is slow holds a thread: with one for each connection nobody waits for another's.
    QueuedThreadPool threads =
        new QueuedThreadPool(settings.count(ServerLimit.CONNECTIONS) + MORE_THREADS, 8);
    threads.setName("http");
    this.server = new Server(threads);
    this.connector = connector();
    this.spool = spool();
    this.workshop = new Workshop(settings, log);
    Door door = new Door(settings, tokens);
    Reception reception = new Reception(settings, spool);
    List<Route> routes =
        new ArrayList<>(new WorkbookRoutes(settings, reception, workshop, version).all());
    routes.addAll(new PlanRoutes(settings, reception, workshop, version).all());
    routes.addAll(new AddInRoutes(settings.addIn(), door, version).all());
    routes.addAll(new PageRoutes(door, () -> ready).all());
    JettyProblems problems = new JettyProblems(log);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new Router(routes, door, log)), "/");
    context.setErrorHandler(problems);
    GracefulHandler graceful = new GracefulHandler(context);
    server.setHandler(graceful);
    server.setErrorHandler(problems);
    server.setRequestLog(this::note);
    server.setStopTimeout(settings.seconds(ServerLimit.STOP_SECONDS).toMillis());
    server.addBean(new NetworkConnectionLimit(settings.count(ServerLimit.CONNECTIONS), connector));
  }

  /**
   * Starts a server, which gets ready in the background.
   *
   * @param version the product's version, as the command line writes it into workbooks
   * @param log where requests and faults are written down, a line each
   * @throws UnusableInput if it cannot be started so
   */
  public static KpiServer start(ServerSettings settings, String version, PrintWriter log)
      throws UnusableInput {
    requireSafe(settings);
    Tokens tokens =
        settings.auth().isPresent()
            ? Tokens.read(settings.auth().get())
            : Tokens.single(settings.token().isEmpty() ? Tokens.random() : settings.token());
    KpiServer started =
        new KpiServer(settings, version, new ServerLog(log, Clock.systemUTC()), tokens);
    started.listen();
    Thread warming = new Thread(started::warm, "warming");
    warming.setDaemon(true);
    warming.start();
    return started;
  }

  /** Beyond this machine, whoever reaches the server must be known by name. */
  private static void requireSafe(ServerSettings settings) throws UnusableInput {
    InetAddress address;
    try {
      address = InetAddress.getByName(settings.bind());
    } catch (UnknownHostException e) {
      throw badBind(settings);
    }
    if (!address.isLoopbackAddress() && settings.auth().isEmpty()) {
      throw new UnusableInput(
          "needs-auth",
          "Other machines could reach this server, and anybody there could use it.",
          "Give a file of tokens with --auth, or listen on " + ServerSettings.LOOPBACK + " alone.");
    }
    if (address.isAnyLocalAddress() && settings.hosts().isEmpty()) {
      throw new UnusableInput(
          "needs-host",
          "A server that listens on every address has to know its own name.",
          "Say with --host what it is called in its users' addresses.");
    }
  }

  private static UnusableInput badBind(ServerSettings settings) {
    return new UnusableInput(
        "bad-bind",
        "This machine has no address " + settings.bind() + ".",
        "Give with --bind one that it has, such as " + ServerSettings.LOOPBACK + ".");
  }

  private Spool spool() throws UnusableInput {
    try {
      OwnerOnly.folder(settings.home());
      return Spool.in(settings.home().resolve("spool"));
    } catch (IOException e) {
      throw new UnusableInput(
          "no-spool",
          "No files can be kept in " + settings.home() + " while they are worked on.",
          "Check that you may write there, or give another folder with --home.");
    }
  }

  private ServerConnector connector() throws UnusableInput {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(settings.count(ServerLimit.HEADER_BYTES));
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    ServerConnector made;
    if (settings.secure()) {
      http.addCustomizer(new SecureRequestCustomizer(false));
      made =
          new ServerConnector(
              server,
              1,
              1,
              new SslConnectionFactory(tls(), HttpVersion.HTTP_1_1.asString()),
              plain);
    } else {
      made = new ServerConnector(server, 1, 1, plain);
    }
    made.setHost(settings.bind());
    made.setPort(settings.port());
    made.setIdleTimeout(settings.seconds(ServerLimit.IDLE_SECONDS).toMillis());
    made.addBean(
        new PatienceWatch(
            made.getScheduler(), settings.seconds(ServerLimit.IDLE_SECONDS).plusSeconds(2)));
    server.addConnector(made);
    return made;
  }

  private SslContextFactory.Server tls() throws UnusableInput {
    List<String> names = new ArrayList<>(settings.hosts());
    if (!EVERY_ADDRESS.contains(settings.bind())) {
      names.add(settings.bind());
    }
    ServerCertificate certificate =
        new ServerCertificate(settings.home().resolve("tls"), names, Clock.systemUTC());
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(certificate.keys());
    tls.setKeyStorePassword(ServerCertificate.PASSWORD);
    tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
    tls.setRenegotiationAllowed(false);
    renewDaily(certificate, tls);
    return tls;
  }

  // Whatever goes wrong today may go right tomorrow, and there are thirty days to try.
  @SuppressWarnings("IllegalCatch")
  private void renewDaily(ServerCertificate certificate, SslContextFactory.Server tls) {
    server
        .getScheduler()
        .schedule(
            () -> {
              try {
                if (certificate.endsSoon()) {
                  KeyStore renewed = certificate.keys();
                  tls.reload(same -> same.setKeyStore(renewed));
                }
              } catch (Exception e) {
                log.fault(Incident.of(e));
              } finally {
                renewDaily(certificate, tls);
              }
            },
            1,
            TimeUnit.DAYS);
  }

  @SuppressWarnings("IllegalCatch")
  private void listen() throws UnusableInput {
    try {
      server.start();
    } catch (Exception e) {
      close();
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BindException || cause instanceof UnresolvedAddressException) {
          throw new UnusableInput(
              "port-in-use",
              "The address " + settings.bind() + " and port " + settings.port() + " cannot be had.",
              "Stop the program that has them, or choose another port with --port.");
        }
      }
      throw new IllegalStateException(e);
    }
  }

  /** Completes the worked example once, so that the first who comes waits no longer than others. */
  // A server that cannot complete its own example must never be ready, whatever the reason.
  @SuppressWarnings("IllegalCatch")
  private void warm() {
    try (Spool.Desk desk = spool.desk()) {
      Files.write(
          desk.input(), BuiltIn.bytes("/workbook-templates/opcc-kpi-example.xlsx").orElseThrow());
      workshop.run(
          desk,
          WARMING,
          memory -> {
            try (XlsxFile file = XlsxFile.open(desk.input(), settings.file())) {
              file.write(
                  Completion.complete(file.snapshot(), Map.of(), version).plan(), desk.output());
              return desk;
            }
          });
      ready = true;
    } catch (Exception | Error e) {
      log.fault(Incident.of(e));
    } finally {
      warmed.countDown();
    }
  }

  private void note(Request request, Response response) {
    Object route = request.getAttribute(Router.ROUTE);
    log.answered(
        METHODS.contains(request.getMethod()) ? request.getMethod() : "-",
        route == null ? "-" : route.toString(),
        response.getStatus(),
        Response.getContentBytesWritten(response),
        NanoTime.millisSince(request.getHeadersNanoTime()));
  }

  /** Where it is to be found, without a slash at the end. */
  public String url() {
    String host =
        EVERY_ADDRESS.contains(settings.bind())
            ? settings.hosts().get(0)
            : settings.bind().contains(":") && !settings.bind().startsWith("[")
                ? "[" + settings.bind() + "]"
                : settings.bind();
    return (settings.secure() ? "https://" : "http://") + host + ":" + connector.getLocalPort();
  }

  /** The one token for all, unless there is a file of them. */
  public Optional<String> token() {
    return tokens.forThePage();
  }

  /** How many threads it may have at once. */
  int threads() {
    return server.getThreadPool() instanceof QueuedThreadPool pool ? pool.getMaxThreads() : 0;
  }

  /** Waits until it is ready; whether it is. */
  public boolean awaitReady() throws InterruptedException {
    warmed.await();
    return ready;
  }

  /** Waits until it has been stopped. */
  public void join() throws InterruptedException {
    server.join();
  }

  /** Stops: running requests may end, new ones are sent away, and nothing is left over. */
  // The rest must be put away whatever the stopping comes to.
  @SuppressWarnings("IllegalCatch")
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      log.fault(Incident.of(e));
    }
    workshop.close();
    try {
      spool.close();
    } catch (IOException e) {
      log.fault(Incident.of(e));
    }
  }
}
