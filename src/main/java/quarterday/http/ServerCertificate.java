package quarterday.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import quarterday.sheet.UnusableInput;

/**
 * The certificate with which a server without a proxy in front speaks https: made on the first run
 * for the names that the server answers to, signed by itself, and made anew a month before it ends.
 * It can sign nothing else, so that trusting it trusts this server alone.
 */
final class ServerCertificate {
  /** Browsers take no longer one. */
  private static final int DAYS = 397;

  private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
  private static final String ALIAS = "quarterday";
  private static final int KEYTOOL_SECONDS = 60;

  private static final String NAME = "Quarterday on this computer";

  /** What makes a machine trust the certificate, and what undoes it. */
  private static final List<String> SCRIPTS =
      List.of(
          "trust-windows.cmd", "untrust-windows.cmd", "trust-mac.command", "untrust-mac.command");

  /** The file's rights protect the key; Java wants a password all the same. */
  static final String PASSWORD = "quarterday";

  private static final String PASSWORD_VARIABLE = "QUARTERDAY_STORE";
  private static final int SAN_NAME = 2;
  private static final int SAN_ADDRESS = 7;

  private final Path folder;
  private final Set<String> names;
  private final Clock clock;

  /** The certificate kept in a folder, for these host names and addresses. */
  ServerCertificate(Path folder, Iterable<String> hosts, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    this.names = new TreeSet<>(List.of("dns:localhost", "ip:127.0.0.1", "ip:0:0:0:0:0:0:0:1"));
    for (String host : hosts) {
      if (host.matches("[0-9.]+")) {
        names.add("ip:" + host);
      } else if (host.matches("[a-z0-9.-]+")) {
        names.add("dns:" + host);
      }
    }
  }

  private Path store() {
    return folder.resolve("server.p12");
  }

  /** The certificate alone, to be trusted by browsers. */
  Path shareable() {
    return folder.resolve("certificate.pem");
  }

  /**
   * Key and certificate, made first where there are none or they will not do much longer.
   *
   * @throws UnusableInput if they cannot be kept in the folder
   */
  KeyStore keys() throws UnusableInput {
    try {
      Optional<KeyStore> kept = load();
      if (kept.isPresent() && isGood(kept.get())) {
        return kept.get();
      }
      make();
      return load().orElseThrow(() -> new IOException("no key"));
    } catch (IOException | GeneralSecurityException e) {
      throw new UnusableInput(
          "no-certificate",
          "The certificate for https cannot be made or kept in " + folder + ".",
          "Check that you may write there, or start with --http.");
    }
  }

  /** Whether the certificate is about to end. */
  boolean endsSoon() {
    try {
      Optional<KeyStore> kept = load();
      return kept.isEmpty() || !isGood(kept.get());
    } catch (IOException | GeneralSecurityException e) {
      return true;
    }
  }

  private Optional<KeyStore> load() throws IOException, GeneralSecurityException {
    if (Files.notExists(store())) {
      return Optional.empty();
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store())) {
      keys.load(in, PASSWORD.toCharArray());
      return Optional.of(keys);
    } catch (IOException e) {
      // A broken store is made anew.
      return Optional.empty();
    }
  }

  private boolean isGood(KeyStore keys) throws GeneralSecurityException {
    return keys.getCertificate(ALIAS) instanceof X509Certificate certificate
        && certificate.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEWED_BEFORE))
        && named(certificate).equals(names);
  }

  private static Set<String> named(X509Certificate certificate) throws CertificateParsingException {
    Set<String> named = new TreeSet<>();
    for (List<?> name :
        Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of())) {
      if (name.get(0).equals(SAN_NAME)) {
        named.add("dns:" + name.get(1));
      } else if (name.get(0).equals(SAN_ADDRESS)) {
        named.add("ip:" + name.get(1));
      }
    }
    return named;
  }

  private void make() throws IOException, GeneralSecurityException {
    OwnerOnly.folder(folder);
    Path workplace = OwnerOnly.newFolder(folder, "making-");
    try {
      Path made = workplace.resolve("server.p12");
      keytool(made);
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(made)) {
        keys.load(in, PASSWORD.toCharArray());
      }
      byte[] certificate = keys.getCertificate(ALIAS).getEncoded();
      Files.writeString(
          shareable(),
          "-----BEGIN CERTIFICATE-----\n"
              + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
              + "\n-----END CERTIFICATE-----\n",
          StandardCharsets.US_ASCII);
      for (String script : SCRIPTS) {
        String text = BuiltIn.text("/quarterday/http/tls/" + script).replace("{name}", NAME);
        OwnerOnly.program(
            folder.resolve(script), script.endsWith(".cmd") ? text.replace("\n", "\r\n") : text);
      }
      // Moved with the rights of the folder it was made in: no other user ever saw it.
      Path kept = OwnerOnly.newFile(workplace.resolve("kept.p12"));
      Files.write(kept, Files.readAllBytes(made));
      Files.move(kept, store(), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      OwnerOnly.delete(workplace);
    }
  }

  private void keytool(Path target) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(
        List.of(
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=" + NAME,
            "-validity",
            Integer.toString(DAYS),
            "-ext",
            "bc:critical=ca:false",
            "-ext",
            "ku:critical=digitalSignature",
            "-ext",
            "eku=serverAuth",
            "-ext",
            "san=" + names.stream().collect(Collectors.joining(",")),
            "-storetype",
            "PKCS12",
            "-keystore",
            target.toString(),
            "-storepass:env",
            PASSWORD_VARIABLE));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put(PASSWORD_VARIABLE, PASSWORD);
    Process process = builder.start();
    try {
      if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("keytool failed");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
