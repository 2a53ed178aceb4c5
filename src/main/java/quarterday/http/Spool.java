package quarterday.http;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where files lie while they are worked on: a folder of this server's own, which it holds by a lock
 * for as long as it lives. Folders whose server has died, however it died, are deleted when the
 * next one starts.
 */
final class Spool implements Closeable {
  private static final String LOCK = "lock";
  private static final String PREFIX = "server-";

  private final Path folder;
  private final FileChannel lock;

  private Spool(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Opens a spool below this folder, after taking away what dead servers left there. */
  static Spool in(Path parent) throws IOException {
    OwnerOnly.folder(parent);
    // One server at a time looks round: another's new folder has no lock yet for a moment.
    try (FileChannel all = open(parent.resolve(LOCK));
        FileLock held = wait(all)) {
      assert held.isValid();
      try (DirectoryStream<Path> servers = Files.newDirectoryStream(parent, PREFIX + "*")) {
        for (Path server : servers) {
          if (!isAlive(server)) {
            OwnerOnly.delete(server);
          }
        }
      }
      Path own = OwnerOnly.newFolder(parent, PREFIX);
      FileChannel lock = open(own.resolve(LOCK));
      lock.lock();
      return new Spool(own, lock);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Waits for the lock, also where another server of this very process holds it. */
  private static FileLock wait(FileChannel channel) throws IOException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException e) {
        Thread.onSpinWait();
      }
    }
  }

  private static boolean isAlive(Path server) throws IOException {
    try (FileChannel channel = open(server.resolve(LOCK));
        FileLock free = channel.tryLock()) {
      return free == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  /** A place for the files of one request. */
  Desk desk() throws IOException {
    return new Desk(OwnerOnly.newFolder(folder, "request-"));
  }

  Path folder() {
    return folder;
  }

  /** Deletes all of it. */
  @Override
  public void close() throws IOException {
    lock.close();
    OwnerOnly.delete(folder);
  }

  /** The files of one request, deleted when the last of its holders lets go. */
  static final class Desk implements Closeable {
    private final Path folder;
    private final AtomicInteger holders = new AtomicInteger(1);

    private Desk(Path folder) {
      this.folder = folder;
    }

    /** Where what came in lies. */
    Path input() {
      return folder.resolve("in");
    }

    /** Where what goes out lies. */
    Path output() {
      return folder.resolve("out");
    }

    /** Another holder, who closes it too. */
    Desk held() {
      holders.incrementAndGet();
      return this;
    }

    @Override
    public void close() throws IOException {
      if (holders.decrementAndGet() == 0) {
        OwnerOnly.delete(folder);
      }
    }
  }
}
