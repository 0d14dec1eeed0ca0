package io.offsetwise.bootstrap.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles text.
 *
 * @param classPath what it may use
 * @param classes the folder for what comes out
 */
public record SourceCompiler(String classPath, Path classes) {

  /** Against all that this test may use. */
  public static SourceCompiler into(Path classes) {
    return new SourceCompiler(System.getProperty("java.class.path"), classes);
  }

  /**
   * What the compiler says, a sentence each.
   *
   * @param sources the text of each file by its path
   */
  public List<String> errors(Map<String, String> sources) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options = List.of("-proc:none", "-classpath", classPath, "-d", classes.toString());
    List<JavaFileObject> files =
        sources.entrySet().stream().map(file -> source(file.getKey(), file.getValue())).toList();
    ToolProvider.getSystemJavaCompiler().getTask(null, null, found, options, null, files).call();
    return found.getDiagnostics().stream().map(Object::toString).toList();
  }

  private static JavaFileObject source(String path, String text) {
    return new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
