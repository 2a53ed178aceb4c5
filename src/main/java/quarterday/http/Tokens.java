package quarterday.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import quarterday.sheet.UnusableInput;

/**
 * The tokens with which requests are let in: one for all, or those of a file, each with a name and
 * kept as a hash. All comparisons take the same time whatever differs.
 *
 * <p>A named token is {@code NAME.SECRET}; its line in the file is {@code
 * NAME:pbkdf2-sha256:ITERATIONS:SALT:HASH}, salt and hash in base64.
 */
public final class Tokens {
  private static final String SCHEME = "pbkdf2-sha256";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder PLAIN = Base64.getUrlEncoder().withoutPadding();
  private static final int SECRET_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  /** A secret of 256 random bits cannot be guessed, so that many more iterations gain nothing. */
  private static final int ITERATIONS = 10_000;

  private static final int MOST_ITERATIONS = 1_000_000;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final Pattern LINE =
      Pattern.compile(
          "([A-Za-z0-9_-]{1,40}):"
              + SCHEME
              + ":(\\d{4,7}):([A-Za-z0-9+/=_-]+):([A-Za-z0-9+/=_-]+)");

  private final Optional<String> single;
  private final Map<String, Hash> named;

  private record Hash(int iterations, byte[] salt, byte[] hash) {
    boolean fits(String secret) {
      return MessageDigest.isEqual(hash, derived(secret, salt, iterations));
    }
  }

  /** Stands in for a name that there is not, so that asking for it takes as long. */
  private static final Hash NOBODY =
      new Hash(ITERATIONS, new byte[SALT_BYTES], new byte[HASH_BITS / 8]);

  private Tokens(Optional<String> single, Map<String, Hash> named) {
    this.single = single;
    this.named = named;
  }

  /** A token and the line that stands for it in a file. */
  public record NewToken(String token, String line) {}

  /** Draws a token of this name. */
  public static NewToken draw(String name) throws UnusableInput {
    if (!NAME.matcher(name).matches()) {
      throw new UnusableInput(
          "bad-token-name",
          "\u201c" + name + "\u201d cannot be the name of a token.",
          "Use up to 40 letters, digits, hyphens and underscores.");
    }
    String secret = random();
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    String line =
        String.join(
            ":",
            name,
            SCHEME,
            Integer.toString(ITERATIONS),
            base64.encodeToString(salt),
            base64.encodeToString(derived(secret, salt, ITERATIONS)));
    return new NewToken(name + "." + secret, line);
  }

  /** 256 random bits as text. */
  static String random() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return PLAIN.encodeToString(bytes);
  }

  /** One token for all. */
  static Tokens single(String token) {
    return new Tokens(Optional.of(token), Map.of());
  }

  /**
   * Reads a file of tokens: a line each, empty lines and those that begin with # passed over.
   *
   * @throws UnusableInput if the file cannot be read or a line is none of a token's
   */
  static Tokens read(Path file) throws UnusableInput {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw bad("The file of tokens " + file + " cannot be read.");
    }
    Map<String, Hash> named = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > MOST_ITERATIONS) {
          throw bad("Line " + (i + 1) + " of the file of tokens is none of a token's.");
        }
        if (named.put(parts.group(1), hash(parts, i)) != null) {
          throw bad("Line " + (i + 1) + " of the file of tokens has a name used before.");
        }
      }
    }
    if (named.isEmpty()) {
      throw bad("The file of tokens " + file + " has no token.");
    }
    return new Tokens(Optional.empty(), named);
  }

  private static Hash hash(Matcher parts, int line) throws UnusableInput {
    try {
      byte[] salt = Base64.getDecoder().decode(parts.group(3));
      byte[] hash = Base64.getDecoder().decode(parts.group(4));
      if (hash.length == HASH_BITS / 8) {
        return new Hash(Integer.parseInt(parts.group(2)), salt, hash);
      }
    } catch (IllegalArgumentException e) {
      // Said below, as of every other line that is wrong.
    }
    throw bad("Line " + (line + 1) + " of the file of tokens is none of a token's.");
  }

  private static UnusableInput bad(String sentence) {
    return new UnusableInput(
        "bad-auth", sentence, "Make its lines with quarterday serve --new-token NAME.");
  }

  private static byte[] derived(String secret, byte[] salt, int iterations) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(secret.toCharArray(), salt, iterations, HASH_BITS))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether this token lets its bearer in. */
  boolean admits(String token) {
    if (single.isPresent()) {
      return MessageDigest.isEqual(
          single.get().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
    int dot = token.indexOf('.');
    if (dot < 0 || token.length() > 200 || dot == token.length() - 1) {
      return false;
    }
    String name = token.substring(0, dot);
    boolean fits = named.getOrDefault(name, NOBODY).fits(token.substring(dot + 1));
    return fits && named.containsKey(name);
  }

  /** The token that the page may carry: the single one, if there is one. */
  Optional<String> forThePage() {
    return single;
  }
}
