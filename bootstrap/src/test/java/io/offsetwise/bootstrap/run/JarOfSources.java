package io.offsetwise.bootstrap.run;

import io.offsetwise.bootstrap.job.Job;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A jar as a user builds one: sources compiled against the class path, and other files. */
public final class JarOfSources {

  private static final String SERVICES = "META-INF/services/";

  private final Path folder;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();

  /** A jar in an empty folder of the caller's. */
  public JarOfSources(Path folder) {
    this.folder = folder;
  }

  /** Adds a class by its full name. */
  public JarOfSources source(String name, String text) {
    sources.put(name.replace('.', '/') + ".java", text);
    return this;
  }

  /** Names a class as a job. */
  public JarOfSources provider(String name) {
    return file(SERVICES + Job.class.getName(), name + "\n");
  }

  /** Adds a file that is no class. */
  public JarOfSources file(String path, String text) {
    files.put(path, text);
    return this;
  }

  /** Compiles the sources against {@code classPath}, and leaves {@code omitted} classes out. */
  public Path build(String classPath, String... omitted) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(classPath, classes);
    Path jar = folder.resolve("job.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> compiled = Files.walk(classes)) {
      for (Path each : compiled.filter(Files::isRegularFile).toList()) {
        String path = classes.relativize(each).toString();
        if (!List.of(omitted).contains(path)) {
          add(out, path, Files.readAllBytes(each));
        }
      }
      for (Map.Entry<String, String> each : files.entrySet()) {
        add(out, each.getKey(), each.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static void add(JarOutputStream out, String path, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(path));
    out.write(content);
    out.closeEntry();
  }

  private void compile(String classPath, Path classes) {
    if (sources.isEmpty()) {
      return;
    }
    List<String> errors = new SourceCompiler(classPath, classes).errors(sources);
    if (!errors.isEmpty()) {
      throw new IllegalStateException(errors.toString());
    }
  }
}
