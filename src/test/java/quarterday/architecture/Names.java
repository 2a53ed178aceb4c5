package quarterday.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The simple names of the public top-level classes of java.lang, java.util and Apache POI; of POI
 * without its formula evaluator, whose classes are called after worksheet functions and are seen by
 * nobody.
 */
final class Names {
  private final Map<String, List<String>> bySimpleName = new TreeMap<>();

  private Names() {}

  static Names taken() {
    Names names = new Names();
    FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));
    names.addAll(jdk.getPath("modules/java.base"), "java/lang", 1);
    names.addAll(jdk.getPath("modules/java.base"), "java/util", 1);
    for (Class<?> poi : List.of(Workbook.class, XSSFWorkbook.class)) {
      CodeSource source = poi.getProtectionDomain().getCodeSource();
      try (FileSystem jar = FileSystems.newFileSystem(Path.of(source.getLocation().toURI()))) {
        names.addAll(jar.getPath("/"), "org/apache/poi", Integer.MAX_VALUE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
    return names;
  }

  private void addAll(Path root, String directory, int depth) {
    try (Stream<Path> files = Files.walk(root.resolve(directory), depth)) {
      files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.contains("-"))
          .filter(file -> !file.startsWith("org/apache/poi/ss/formula"))
          .map(file -> file.replace(".class", "").replace('/', '.'))
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    bySimpleName.computeIfAbsent(simple, key -> new ArrayList<>()).add(name);
  }

  /** The full names of the public classes that are called so; only those are loaded. */
  List<String> like(String simpleName) {
    return bySimpleName.getOrDefault(simpleName, List.of()).stream()
        .filter(Names::isPublic)
        .toList();
  }

  private static boolean isPublic(String name) {
    try {
      return Modifier.isPublic(
          Class.forName(name, false, Names.class.getClassLoader()).getModifiers());
    } catch (ClassNotFoundException | LinkageError e) {
      // A class whose own libraries are absent here still takes its name.
      return true;
    }
  }
}
