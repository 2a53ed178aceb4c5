package quarterday.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;

/** Receives the body of a request into a file, within the limits of size and time. */
final class Upload {
  /** The types under which a workbook may be sent as the whole body. */
  private static final Set<String> WORKBOOK =
      Set.of(
          Reply.XLSX,
          Reply.XLSM.toLowerCase(Locale.ROOT),
          "application/octet-stream",
          "application/zip",
          "application/x-zip-compressed",
          "application/vnd.ms-excel",
          // What curl says of any bytes, unless it is told otherwise.
          "application/x-www-form-urlencoded");

  private static final String MULTIPART = "multipart/form-data";
  private static final String FIELD = "workbook";
  private static final int PARTS = 20;

  /** What stands around the workbook in a multipart body. */
  private static final int MULTIPART_FRAME = 16 << 10;

  private final HttpServletRequest request;
  private final ServerSettings settings;

  private Upload(HttpServletRequest request, ServerSettings settings) {
    this.request = request;
    this.settings = settings;
  }

  /** Receives a workbook, sent as the whole body or as the multipart field {@code workbook}. */
  static void workbook(HttpServletRequest request, ServerSettings settings, Path target)
      throws Problem, IOException {
    Upload upload = new Upload(request, settings);
    String type = upload.type();
    if (type.equals(MULTIPART)) {
      upload.multipart(target);
    } else if (type.isEmpty() || WORKBOOK.contains(type)) {
      upload.whole(target);
    } else {
      throw unsupported(
          "Send the workbook as the body with Content-Type "
              + Reply.XLSX
              + ", or as the field"
              + " \u201cworkbook\u201d of multipart/form-data.");
    }
  }

  /** Receives a snapshot as JSON. */
  static void json(HttpServletRequest request, ServerSettings settings, Path target)
      throws Problem, IOException {
    Upload upload = new Upload(request, settings);
    if (!upload.type().equals("application/json")) {
      throw unsupported("Send the snapshot as the body with Content-Type application/json.");
    }
    upload.whole(target);
  }

  private static Problem unsupported(String remedy) {
    return new Problem(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
        "unsupported-type",
        "A body of that type or encoding is not taken here. " + remedy);
  }

  /** The media type, in lower case and without its parameters; empty if none is said. */
  private String type() throws Problem {
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw unsupported("Send the body as it is, without Content-Encoding.");
    }
    String type = request.getContentType();
    if (type == null) {
      return "";
    }
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  private void whole(Path target) throws Problem, IOException {
    try (OutputStream out = Files.newOutputStream(OwnerOnly.newFile(target))) {
      receive(
          settings.limit(ServerLimit.FILE_BYTES), (bytes, length) -> out.write(bytes, 0, length));
    }
  }

  private interface Receiver {
    void take(byte[] bytes, int length) throws IOException, Problem;
  }

  private void receive(long allowed, Receiver receiver) throws Problem, IOException {
    if (request.getContentLengthLong() > allowed) {
      throw tooLarge();
    }
    Deadline deadline = new Deadline(settings);
    byte[] buffer = new byte[1 << 16];
    InputStream in = request.getInputStream();
    for (int n = read(in, buffer); n >= 0; n = read(in, buffer)) {
      if (!deadline.allows(n)) {
        throw tooSlow();
      }
      if (deadline.bytes() > allowed) {
        throw tooLarge();
      }
      receiver.take(buffer, n);
    }
  }

  // What breaks off a body comes as one of several exceptions, some unchecked.
  @SuppressWarnings("IllegalCatch")
  private static int read(InputStream in, byte[] buffer) throws Problem {
    try {
      return in.read(buffer);
    } catch (IOException | RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof TimeoutException) {
          throw tooSlow();
        }
      }
      throw new Problem(
          HttpStatus.BAD_REQUEST_400,
          "broken-body",
          "The body broke off or is not framed as HTTP wants; send it again, whole.",
          Map.of("Connection", "close"));
    }
  }

  private Problem tooLarge() {
    return new Problem(
        HttpStatus.PAYLOAD_TOO_LARGE_413,
        "limit-file-bytes",
        String.format(
            Locale.ROOT,
            "The body is larger than the %,d bytes allowed; take out what is not needed, or have"
                + " the limit raised by whoever runs this server.",
            settings.limit(ServerLimit.FILE_BYTES)),
        Map.of("Connection", "close"));
  }

  private static Problem tooSlow() {
    return new Problem(
        HttpStatus.REQUEST_TIMEOUT_408,
        "too-slow",
        "The body came too slowly; try again over a better connection.",
        Map.of("Connection", "close"));
  }

  private void multipart(Path target) throws Problem, IOException {
    try (OutputStream out = Files.newOutputStream(OwnerOnly.newFile(target))) {
      Fields fields = new Fields(out, settings.limit(ServerLimit.FILE_BYTES));
      MultiPart.Parser parser = parser(fields);
      receive(
          settings.limit(ServerLimit.FILE_BYTES) + MULTIPART_FRAME,
          (bytes, length) -> {
            parse(parser, ByteBuffer.wrap(bytes.clone(), 0, length), false);
            fields.check();
          });
      parse(parser, BufferUtil.EMPTY_BUFFER, true);
      fields.finish();
    }
  }

  // A boundary that makes no sense is answered with an unchecked exception.
  @SuppressWarnings("IllegalCatch")
  private MultiPart.Parser parser(Fields fields) throws Problem {
    try {
      String boundary = MultiPart.extractBoundary(request.getContentType());
      if (boundary == null || boundary.isEmpty()) {
        throw badMultipart();
      }
      MultiPart.Parser parser = new MultiPart.Parser(boundary, fields);
      parser.setMaxParts(PARTS);
      return parser;
    } catch (RuntimeException e) {
      throw badMultipart();
    }
  }

  // The parser answers bytes that make no sense with unchecked exceptions.
  @SuppressWarnings("IllegalCatch")
  private static void parse(MultiPart.Parser parser, ByteBuffer bytes, boolean last)
      throws Problem {
    try {
      parser.parse(Content.Chunk.from(bytes, last));
    } catch (RuntimeException e) {
      throw badMultipart();
    }
  }

  private static Problem badMultipart() {
    return new Problem(
        HttpStatus.BAD_REQUEST_400,
        "bad-multipart",
        "The body is not multipart/form-data as its Content-Type says; send it whole, with the"
            + " boundary that the header names.");
  }

  /** The fields as they come: the workbook is written, all others are passed over. */
  private final class Fields extends MultiPart.AbstractPartsListener {
    private final OutputStream out;
    private final long allowed;
    private boolean ours;
    private int workbooks;
    private long bytes;
    private boolean complete;
    private boolean broken;
    private IOException notWritten;

    Fields(OutputStream out, long allowed) {
      this.out = out;
      this.allowed = allowed;
    }

    @Override
    public void onPartHeaders() {
      ours = FIELD.equals(getName());
      workbooks += ours ? 1 : 0;
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
      if (ours && workbooks == 1 && bytes <= allowed && notWritten == null) {
        byte[] content = BufferUtil.toArray(chunk.getByteBuffer());
        bytes += content.length;
        try {
          out.write(content);
        } catch (IOException e) {
          notWritten = e;
        }
      }
    }

    @Override
    public void onPart(String name, String fileName, HttpFields headers) {
      ours = false;
    }

    @Override
    public void onComplete() {
      complete = true;
    }

    @Override
    public void onFailure(Throwable failure) {
      broken = true;
    }

    void check() throws Problem, IOException {
      if (notWritten != null) {
        throw notWritten;
      }
      if (broken) {
        throw badMultipart();
      }
      if (bytes > allowed) {
        throw tooLarge();
      }
    }

    void finish() throws Problem, IOException {
      check();
      if (!complete) {
        throw badMultipart();
      }
      if (workbooks != 1) {
        throw new Problem(
            HttpStatus.BAD_REQUEST_400,
            "no-workbook-field",
            "The form has "
                + (workbooks == 0 ? "no field" : "more than one field")
                + " called \u201cworkbook\u201d; send exactly one.");
      }
    }
  }
}
