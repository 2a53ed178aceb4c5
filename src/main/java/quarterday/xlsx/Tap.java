package quarterday.xlsx;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

/** Lets characters through to a parser and keeps the latest of them, to be copied as they were. */
final class Tap extends Reader {
  private final Reader in;
  private char[] kept = new char[1 << 16];
  private int length;
  private long first;
  private long released;

  Tap(Reader in) {
    this.in = in;
  }

  @Override
  public int read(char[] buffer, int offset, int count) throws IOException {
    int n = in.read(buffer, offset, count);
    if (n > 0) {
      if (length + n > kept.length) {
        makeRoom(n);
      }
      System.arraycopy(buffer, offset, kept, length, n);
      length += n;
    }
    return n;
  }

  private void makeRoom(int needed) {
    int gone = (int) (released - first);
    char[] room =
        length - gone + needed > kept.length / 2
            ? new char[Math.max(kept.length * 2, length - gone + needed)]
            : kept;
    System.arraycopy(kept, gone, room, 0, length - gone);
    kept = room;
    length -= gone;
    first += gone;
  }

  /** Says that nothing before this place will be asked for again. */
  void release(long place) {
    released = place;
  }

  /** The characters between two places. */
  String text(long from, long to) {
    return new String(kept, (int) (from - first), (int) (to - from));
  }

  /** Writes the characters between two places. */
  void copy(long from, long to, Writer out) throws IOException {
    out.write(kept, (int) (from - first), (int) (to - from));
  }

  /** The place after the last character that came through. */
  long end() {
    return first + length;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
