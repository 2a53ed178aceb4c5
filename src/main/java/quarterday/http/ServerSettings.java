package quarterday.http;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import quarterday.sheet.UnusableInput;
import quarterday.xlsx.FileLimits;

/**
 * All that a server is told.
 *
 * @param bind the address it listens on, a name or an IP address
 * @param port the port it listens on; 0 for any that is free
 * @param secure whether it speaks https
 * @param hosts the names that it answers to, beside its address and the loopback's names
 * @param home the folder for its certificate and for files being worked on
 * @param auth the file of tokens; without one there is a single token
 * @param token that single token; drawn at random where it is empty
 * @param limits how much it takes on; the default where a limit is missing
 * @param addIn what it is told about the add-in for Excel
 */
public record ServerSettings(
    String bind,
    int port,
    boolean secure,
    List<String> hosts,
    Path home,
    Optional<Path> auth,
    String token,
    Map<ServerLimit, Long> limits,
    AddInSettings addIn) {
  /** The port for https. */
  public static final int SECURE_PORT = 8443;

  /** The port for plain http. */
  public static final int PLAIN_PORT = 8080;

  /** The address that only this machine reaches. */
  public static final String LOOPBACK = "127.0.0.1";

  /**
   * Copies the collections, puts defaults where limits are missing, and answers to the name by
   * which the add-in calls.
   */
  public ServerSettings {
    hosts =
        Stream.concat(
                hosts.stream(),
                addIn.origin().filter(o -> !o.isLoopback()).map(Origin::host).stream())
            .map(host -> host.toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    Map<ServerLimit, Long> all = new EnumMap<>(ServerLimit.class);
    for (ServerLimit limit : ServerLimit.values()) {
      all.put(limit, limits.getOrDefault(limit, limit.standard()));
    }
    limits = Map.copyOf(all);
  }

  /** All but the add-in, of which nothing particular is told. */
  public ServerSettings(
      String bind,
      int port,
      boolean secure,
      List<String> hosts,
      Path home,
      Optional<Path> auth,
      String token,
      Map<ServerLimit, Long> limits) {
    this(bind, port, secure, hosts, home, auth, token, limits, AddInSettings.STANDARD);
  }

  /**
   * Reads a limits file: a line {@code name=figure} for each limit that differs from its default.
   *
   * @throws UnusableInput if the file cannot be read, or has a limit that there is not
   */
  public static Map<ServerLimit, Long> readLimits(Path file) throws UnusableInput {
    Properties lines = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      lines.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw new UnusableInput(
          "bad-limits",
          "The limits file " + file + " cannot be read.",
          "Give a text file with a line such as cells=1000000 for each limit.");
    }
    Map<ServerLimit, Long> limits = new EnumMap<>(ServerLimit.class);
    for (String key : new TreeSet<>(lines.stringPropertyNames())) {
      ServerLimit limit =
          ServerLimit.named(key)
              .orElseThrow(
                  () ->
                      new UnusableInput(
                          "bad-limits",
                          "There is no limit \u201c" + key + "\u201d.",
                          "quarterday serve --show-config lists them all."));
      limits.put(
          limit,
          limit
              .parse(lines.getProperty(key))
              .orElseThrow(
                  () ->
                      new UnusableInput(
                          "bad-limits",
                          "The limit "
                              + key
                              + " does not take \u201c"
                              + lines.getProperty(key)
                              + "\u201d.",
                          "It takes a whole number from " + limit.least() + ".")));
    }
    return limits;
  }

  /** The figure of a limit. */
  public long limit(ServerLimit limit) {
    return limits.get(limit);
  }

  int count(ServerLimit limit) {
    return (int) limit(limit);
  }

  Duration seconds(ServerLimit limit) {
    return Duration.ofSeconds(limit(limit));
  }

  /** The limits for one workbook file. */
  FileLimits file() {
    return new FileLimits(
        limit(ServerLimit.FILE_BYTES),
        limit(ServerLimit.UNPACKED_BYTES),
        count(ServerLimit.RATIO),
        count(ServerLimit.PARTS),
        count(ServerLimit.SHEETS),
        limit(ServerLimit.CELLS),
        limit(ServerLimit.TEXT_CHARACTERS),
        count(ServerLimit.NESTING));
  }

  /** All of it, a line {@code name = value} each, without the token. */
  public String shown() {
    List<String> lines = new ArrayList<>();
    lines.add("bind = " + bind);
    lines.add("port = " + port);
    lines.add("protocol = " + (secure ? "https" : "http"));
    lines.add("hosts = " + String.join(", ", hosts));
    lines.add("home = " + home);
    lines.add("auth = " + auth.map(Path::toString).orElse(""));
    lines.add("token = " + (auth.isPresent() ? "" : token.isEmpty() ? "random" : "given"));
    lines.addAll(addIn.shown());
    for (ServerLimit limit : ServerLimit.values()) {
      lines.add(limit.key() + " = " + limit(limit));
    }
    return String.join("\n", lines) + "\n";
  }
}
