package quarterday.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import quarterday.sheet.UnusableInput;

/** Where a command writes: checked before any work is done, written whole or not at all. */
final class Output {
  /** What is said when a disk or a lock stands in the way. */
  static final String NOT_WRITTEN =
      "The workbook cannot be written there; close it if it is open in Excel, and check that you may write there and that the disk has room.";

  private Output() {}

  /** The file to be written for an input, given {@code -o} or {@code --in-place}. */
  static Path of(Path input, Path output, boolean inPlace, boolean several) throws UnusableInput {
    if (inPlace) {
      return input;
    }
    boolean folder = several || Files.isDirectory(output) || output.toString().endsWith("/");
    Path target = folder ? output.resolve(input.getFileName()) : output;
    if (folder && !Files.isDirectory(output)) {
      try {
        Files.createDirectories(output);
      } catch (IOException e) {
        throw new UnusableInput(
            "no-folder",
            "The folder %s cannot be made.".formatted(output),
            "Choose a folder that you may write to.");
      }
    }
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new UnusableInput(
          "no-folder",
          "There is no folder %s.".formatted(parent),
          "Make it first, or choose another place for -o.");
    }
    if (isSame(input, target)) {
      throw new UnusableInput(
          "same-file",
          "%s would be written over.".formatted(input),
          "Give another name with -o, or say --in-place.");
    }
    return target;
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
  }

  /** A workbook with macros needs a name that says so, or Excel will not open it. */
  static void checkName(Path target, boolean macros) throws UnusableInput {
    String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
    if (macros && !name.endsWith(".xlsm")) {
      throw new UnusableInput(
          "needs-xlsm",
          "This workbook has macros, and Excel opens them only from a file ending in .xlsm.",
          "Name the output .xlsm.");
    }
    if (!macros && !name.endsWith(".xlsx")) {
      throw new UnusableInput(
          "needs-xlsx",
          "The output %s does not end in .xlsx, so Excel would not open it."
              .formatted(target.getFileName()),
          "Name the output .xlsx.");
    }
  }

  /** Writes a text file whole or not at all. */
  static void write(Path target, byte[] bytes) throws UnusableInput {
    Path beside = null;
    try {
      Path folder = target.toAbsolutePath().getParent();
      beside = Files.createTempFile(folder, ".quarterday-", ".part");
      Files.write(beside, bytes);
      try {
        Files.move(
            beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      if (beside != null) {
        try {
          Files.deleteIfExists(beside);
        } catch (IOException ignored) {
          // The message below says what matters.
        }
      }
      throw new UnusableInput(
          "not-written",
          "%s cannot be written.".formatted(target),
          "Close it if it is open in Excel, and check that you may write there.");
    }
  }

  /** Writes text, as UTF-8. */
  static void write(Path target, String text) throws UnusableInput {
    write(target, text.getBytes(StandardCharsets.UTF_8));
  }
}
