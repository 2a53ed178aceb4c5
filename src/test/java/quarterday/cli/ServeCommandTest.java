package quarterday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeCommandTest {
  @TempDir private Path folder;

  private record Said(int exit, String out, String err) {}

  private Said serve(String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> command = new ArrayList<>(List.of("serve", "--home", folder.toString()));
    command.addAll(List.of(options));
    int exit =
        Quarterday.run(
            InputStream.nullInputStream(),
            new PrintWriter(out),
            new PrintWriter(err),
            command.toArray(String[]::new));
    return new Said(exit, out.toString(), err.toString());
  }

  private static void requireRefusal(Said said, String sentence) {
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains(sentence).hasLineCount(1);
  }

  @Test
  void itsConfigurationIsShown() throws Exception {
    Path limits = Files.writeString(folder.resolve("limits"), "cells=77\n");

    Said said =
        serve("--show-config", "--http", "--host", "kpi.example", "--limits", limits.toString());

    assertThat(said.exit()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains(
            "bind = 127.0.0.1\n",
            "port = 8080\n",
            "protocol = http\n",
            "hosts = kpi.example\n",
            "token = random\n",
            "cells = 77\n");
    assertThat(serve("--show-config").out()).contains("port = 8443\n", "protocol = https\n");
    assertThat(
            serve(
                    "--show-config",
                    "--origin",
                    "https://panel.example/",
                    "--test-add-in",
                    "--office-js",
                    "there")
                .out())
        .contains(
            "hosts = panel.example\n",
            "origin = https://panel.example\n",
            "test-add-in = true\n",
            "office-js = there\n");
  }

  @Test
  void aNewTokenIsShownOnceWithItsLine() {
    Said said = serve("--new-token", "finance");

    assertThat(said.exit()).isZero();
    assertThat(said.out()).startsWith("finance:pbkdf2-sha256:").hasLineCount(1);
    assertThat(said.err()).contains("finance.").hasLineCount(1);
  }

  @Test
  void aPortInUseIsSaid() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      requireRefusal(
          serve("--http", "--port", Integer.toString(taken.getLocalPort())), "cannot be had");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--bind, 0.0.0.0, Other machines could reach this server",
    "--auth, none, cannot be read",
    "--limits, none, cannot be read",
    "--port, 70000, There is no port 70000",
    "--token, a b, no header can carry",
    "--new-token, a b, cannot be the name of a token",
    "--origin, kpi.example, is not the address of a server",
    "--origin, http://kpi.example, Excel opens add-ins over https only",
    "--office-js, none, There is no office.js in none",
    "--bind, no-such-host.invalid, has no address"
  })
  void whatCannotBeUsedIsSaid(String option, String value, String sentence) {
    requireRefusal(serve("--http", option, value), sentence);
  }

  @Test
  void oneTokenAndAFileOfThemExcludeEachOther() {
    requireRefusal(serve("--token", "x", "--auth", "y"), "--token says another");
  }
}
