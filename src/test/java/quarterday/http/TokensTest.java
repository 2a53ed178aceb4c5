package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.sheet.UnusableInput;

class TokensTest {
  @TempDir private Path folder;

  private Tokens read(String... lines) throws Exception {
    return Tokens.read(
        Files.writeString(folder.resolve("tokens"), String.join("\n", lines) + "\n"));
  }

  @Test
  void aDrawnTokenIsAdmittedByItsLineAndByNoOther() throws Exception {
    Tokens.NewToken one = Tokens.draw("finance");
    Tokens.NewToken other = Tokens.draw("audit");
    Tokens tokens = read("# who may", "", one.line(), "  " + other.line());

    assertThat(tokens.admits(one.token())).isTrue();
    assertThat(tokens.admits(other.token())).isTrue();
    assertThat(tokens.admits(one.token() + "x")).isFalse();
    assertThat(tokens.admits(one.token().replace("finance", "audit"))).isFalse();
    assertThat(tokens.admits(one.token().replace("finance", "nobody"))).isFalse();
    assertThat(tokens.forThePage()).isEmpty();
  }

  @Test
  void theLineHoldsNothingOfTheToken() throws Exception {
    Tokens.NewToken drawn = Tokens.draw("finance");

    assertThat(drawn.token()).startsWith("finance.").hasSizeGreaterThan(50);
    assertThat(drawn.line())
        .startsWith("finance:pbkdf2-sha256:")
        .doesNotContain(drawn.token().substring("finance.".length()));
    assertThat(Tokens.draw("finance").token()).isNotEqualTo(drawn.token());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "finance", "finance.", ".secret", "x.y"})
  void whatIsNoTokenIsNotAdmitted(String token) throws Exception {
    assertThat(read(Tokens.draw("finance").line()).admits(token)).isFalse();
    assertThat(Tokens.single("secret").admits(token)).isFalse();
  }

  @Test
  void aSingleTokenIsAdmitted() {
    assertThat(Tokens.single("a.b").admits("a.b")).isTrue();
    assertThat(Tokens.single("a.b").forThePage()).contains("a.b");
    assertThat(Tokens.random()).hasSize(43).isNotEqualTo(Tokens.random());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# none",
        "finance",
        "finance:secret",
        "finance:pbkdf2-sha256:10000:AAAA:AAAA",
        "finance:pbkdf2-sha256:9999999:AAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "finance:md5:10000:AAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "finance:pbkdf2-sha256:10000:A:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
      })
  void aFileThatHoldsNoTokensIsRefused(String line) {
    UnusableInput refusal = catchThrowableOfType(UnusableInput.class, () -> read(line));

    assertThat(refusal.code()).isEqualTo("bad-auth");
    assertThat(refusal.remedy()).contains("--new-token");
  }

  @Test
  void aMissingFileAndANameTwiceAreRefused() throws Exception {
    String line = Tokens.draw("finance").line();

    assertThat(
            catchThrowableOfType(UnusableInput.class, () -> Tokens.read(folder.resolve("none")))
                .sentence())
        .contains("cannot be read");
    assertThat(catchThrowableOfType(UnusableInput.class, () -> read(line, line)).sentence())
        .contains("Line 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:b", "a.b", "\u00e9"})
  void aNameIsPlain(String name) {
    assertThat(catchThrowableOfType(UnusableInput.class, () -> Tokens.draw(name)).code())
        .isEqualTo("bad-token-name");
  }
}
