package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quarterday.sheet.UnusableInput;

class ServerCertificateTest {
  @TempDir private Path folder;

  private static X509Certificate certificate(KeyStore keys) throws Exception {
    return (X509Certificate) keys.getCertificate("quarterday");
  }

  private ServerCertificate on(Clock clock, String... hosts) {
    return new ServerCertificate(folder.resolve("tls"), List.of(hosts), clock);
  }

  @Test
  void itIsMadeOnceAndAnewBeforeItEndsOrWhenTheServerHasAnotherName() throws Exception {
    Clock now = Clock.systemUTC();
    X509Certificate first = certificate(on(now).keys());

    assertThat(first.getBasicConstraints()).as("signs nothing").isEqualTo(-1);
    assertThat(first.getSubjectAlternativeNames())
        .extracting(name -> String.valueOf(name.get(1)))
        .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(certificate(on(now).keys())).isEqualTo(first);
    assertThat(on(Clock.offset(now, Duration.ofDays(360))).endsSoon()).isFalse();

    Clock late = Clock.offset(now, Duration.ofDays(370));
    assertThat(on(late).endsSoon()).isTrue();

    X509Certificate named = certificate(on(now, "kpi.example", "192.0.2.7").keys());
    assertThat(named).isNotEqualTo(first);
    assertThat(named.getSubjectAlternativeNames())
        .extracting(name -> String.valueOf(name.get(1)))
        .contains("kpi.example", "192.0.2.7");
    assertThat(
            CertificateFactory.getInstance("X.509")
                .generateCertificate(Files.newInputStream(on(now).shareable())))
        .isEqualTo(named);
    try (var files = Files.list(folder.resolve("tls"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "server.p12",
              "certificate.pem",
              "trust-windows.cmd",
              "untrust-windows.cmd",
              "trust-mac.command",
              "untrust-mac.command");
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("tls/server.p12"))))
          .isEqualTo("rw-------");
    }
  }

  /** Runs a script with a stand-in for the Mac's program, and gives what that was called with. */
  private String asked(String script) throws Exception {
    Path programs = Files.createDirectories(folder.resolve("bin"));
    Path asked = folder.resolve("asked");
    Files.deleteIfExists(asked);
    Path security = programs.resolve("security");
    Files.writeString(
        security,
        """
        #!/bin/sh
        echo "$*" >> "$ASKED"
        [ "$1" != find-certificate ] || printf 'SHA-1 hash: %s\\nkeychain: x\\n' AB12 CD34
        """);
    Files.setPosixFilePermissions(security, PosixFilePermissions.fromString("rwx------"));
    ProcessBuilder run =
        new ProcessBuilder(folder.resolve("tls").resolve(script).toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile());
    run.environment().put("PATH", programs + ":" + System.getenv("PATH"));
    run.environment().put("HOME", "HOME");
    run.environment().put("ASKED", asked.toString());
    Process process = run.start();
    assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("said"))).isZero();
    return Files.readString(asked);
  }

  @Test
  void aMacIsToldToTrustThisCertificateAloneAndToForgetIt() throws Exception {
    on(Clock.systemUTC()).keys();

    assertThat(asked("trust-mac.command"))
        .isEqualTo(
            "add-trusted-cert -r trustRoot -p ssl -k HOME/Library/Keychains/login.keychain-db"
                + " certificate.pem\n");
    assertThat(asked("untrust-mac.command"))
        .isEqualTo(
            "find-certificate -a -Z -c Quarterday on this computer"
                + " HOME/Library/Keychains/login.keychain-db\n"
                + "delete-certificate -t -Z AB12 HOME/Library/Keychains/login.keychain-db\n"
                + "delete-certificate -t -Z CD34 HOME/Library/Keychains/login.keychain-db\n");
  }

  @Test
  void windowsIsToldTheSameForTheCurrentUser() throws Exception {
    X509Certificate made = certificate(on(Clock.systemUTC()).keys());

    String trust = Files.readString(folder.resolve("tls/trust-windows.cmd"));
    String untrust = Files.readString(folder.resolve("tls/untrust-windows.cmd"));
    assertThat(trust).contains("certutil -user -addstore Root \"%~dp0certificate.pem\"\r\n");
    assertThat(untrust)
        .contains("Cert:\\CurrentUser\\Root", "'" + made.getSubjectX500Principal() + "'");
    assertThat(trust + untrust)
        .doesNotContain("{name}", "LocalMachine")
        .doesNotContainPattern("[^\r]\n");
  }

  @Test
  void aBrokenStoreIsMadeAnew() throws Exception {
    Files.createDirectories(folder.resolve("tls"));
    Files.writeString(folder.resolve("tls/server.p12"), "broken");

    assertThat(certificate(on(Clock.systemUTC()).keys())).isNotNull();
  }

  @Test
  void aFolderThatCannotBeHadIsSaid() throws Exception {
    Files.writeString(folder.resolve("tls"), "a file");

    UnusableInput refusal =
        catchThrowableOfType(UnusableInput.class, () -> on(Clock.systemUTC()).keys());

    assertThat(refusal.code()).isEqualTo("no-certificate");
    assertThat(refusal.remedy()).contains("--http");
  }
}
