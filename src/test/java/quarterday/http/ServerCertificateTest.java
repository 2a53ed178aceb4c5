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
          .containsExactlyInAnyOrder("server.p12", "certificate.pem");
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("tls/server.p12"))))
          .isEqualTo("rw-------");
    }
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
