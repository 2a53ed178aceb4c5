package quarterday.xlsx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an XML part turns bytes into characters, so that it can be written back the same.
 *
 * @param charset the encoding
 * @param mark the byte order mark, as many bytes as there are
 */
record XmlText(Charset charset, byte[] mark) {
  static final XmlText UTF_8 = new XmlText(StandardCharsets.UTF_8, new byte[0]);

  private static final int DECLARATION = 256;
  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  /** A part's characters, the mark taken off. */
  record Opened(XmlText encoding, Reader reader) {}

  static Opened open(InputStream bytes) throws IOException {
    BufferedInputStream in = new BufferedInputStream(bytes, 1 << 16);
    in.mark(DECLARATION);
    byte[] head = in.readNBytes(DECLARATION);
    in.reset();
    XmlText encoding = detect(head);
    in.skipNBytes(encoding.mark.length);
    Reader reader =
        new InputStreamReader(
            in,
            encoding
                .charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    return new Opened(encoding, reader);
  }

  private static XmlText detect(byte[] head) throws IOException {
    int first = head.length > 1 ? ((head[0] & 0xFF) << 8) | (head[1] & 0xFF) : 0;
    if (first == 0xFEFF) {
      return new XmlText(StandardCharsets.UTF_16BE, new byte[] {head[0], head[1]});
    }
    if (first == 0xFFFE) {
      return new XmlText(StandardCharsets.UTF_16LE, new byte[] {head[0], head[1]});
    }
    if (first == '<') {
      return new XmlText(StandardCharsets.UTF_16BE, new byte[0]);
    }
    if (first == '<' << 8) {
      return new XmlText(StandardCharsets.UTF_16LE, new byte[0]);
    }
    if (first == 0xEFBB && head.length > 2 && (head[2] & 0xFF) == 0xBF) {
      return new XmlText(StandardCharsets.UTF_8, new byte[] {head[0], head[1], head[2]});
    }
    Matcher declared = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
    if (!declared.find()) {
      return UTF_8;
    }
    try {
      return new XmlText(Charset.forName(declared.group(1)), new byte[0]);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IOException("unknown encoding", e);
    }
  }

  /** All characters of a part. */
  static String all(Reader reader) throws IOException {
    StringWriter text = new StringWriter();
    reader.transferTo(text);
    return text.toString();
  }

  /** A writer of this encoding, the mark already written. */
  Writer writer(OutputStream out) throws IOException {
    out.write(mark);
    return new OutputStreamWriter(out, charset);
  }

  /** New text as this encoding can hold it: what it may not know is written as a number. */
  String fitting(String text) {
    if (charset.name().startsWith("UTF-")) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c < 128) {
                out.append((char) c);
              } else {
                out.append("&#").append(c).append(';');
              }
            });
    return out.toString();
  }
}
