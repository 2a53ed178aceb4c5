package quarterday.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Folders and files that only their owner may open. Where a file system knows no such rights, as on
 * Windows, those of the user's own folder above apply.
 */
final class OwnerOnly {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private OwnerOnly() {}

  private static FileAttribute<?>[] rights(Path place, Set<PosixFilePermission> rights) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
        : new FileAttribute<?>[0];
  }

  /** The folder, made if there is none; its parent is not touched. */
  static Path folder(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      return Files.createDirectory(folder, rights(folder, FOLDER));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
      if (rights(folder, FOLDER).length > 0) {
        Files.setPosixFilePermissions(folder, FOLDER);
      }
      return folder;
    }
  }

  /** A new folder with a name of its own. */
  static Path newFolder(Path parent, String prefix) throws IOException {
    return Files.createTempDirectory(parent, prefix, rights(parent, FOLDER));
  }

  /** A new, empty file. */
  static Path newFile(Path file) throws IOException {
    return Files.createFile(file, rights(file, FILE));
  }

  /** A program of this text, new or in place of an older one. */
  static void program(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, rights(file, FOLDER));
    Files.writeString(file, text, StandardCharsets.US_ASCII);
  }

  /** Deletes a folder with all in it; what another process holds open on Windows may stay. */
  static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
