package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  @TempDir private Path folder;

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void aDeskIsDeletedWhenTheLastOfItsHoldersLetsGo() throws IOException {
    try (Spool spool = Spool.in(folder.resolve("spool"))) {
      Spool.Desk desk = spool.desk();
      Files.writeString(desk.input(), "in");
      Files.writeString(desk.output(), "out");
      Spool.Desk worker = desk.held();

      desk.close();
      assertThat(desk.input()).exists();

      worker.close();
      assertThat(desk.input().getParent()).doesNotExist();
    }
  }

  @Test
  void aServerThatStopsLeavesNothing() throws IOException {
    Spool spool = Spool.in(folder.resolve("spool"));
    Files.writeString(spool.desk().input(), "in");

    spool.close();

    assertThat(spool.folder()).doesNotExist();
  }

  @Test
  void whatADeadServerLeftIsTakenAwayAndWhatALivingOneHasIsNot() throws IOException {
    Path parent = folder.resolve("spool");
    Path dead = Files.createDirectories(parent.resolve("server-1/request-2"));
    Files.writeString(dead.resolve("in"), "left over");
    Files.writeString(parent.resolve("server-1/lock"), "");
    try (Spool living = Spool.in(parent);
        Spool.Desk desk = living.desk()) {
      Files.writeString(desk.input(), "in work");
      assertThat(parent.resolve("server-1")).doesNotExist();

      try (Spool another = Spool.in(parent)) {
        assertThat(another.folder()).isNotEqualTo(living.folder());
        assertThat(desk.input()).hasContent("in work");
      }
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheOwnerMayLook() throws IOException {
    Path parent = Files.createDirectory(folder.resolve("spool"));
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxrwxrwx"));
    try (Spool spool = Spool.in(parent);
        Spool.Desk desk = spool.desk()) {
      assertThat(rights(parent)).isEqualTo("rwx------");
      assertThat(rights(spool.folder())).isEqualTo("rwx------");
      assertThat(rights(desk.input().getParent())).isEqualTo("rwx------");
      assertThat(rights(OwnerOnly.newFile(desk.input()))).isEqualTo("rw-------");
    }
  }
}
