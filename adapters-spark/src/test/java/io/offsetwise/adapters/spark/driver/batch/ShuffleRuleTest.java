package io.offsetwise.adapters.spark.driver.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notes' "Be aware of partitioning", asked of the compiler: right twin and wrong twin. */
class ShuffleRuleTest {

  private static final String JOB =
      """
      package job;

      import io.offsetwise.adapters.spark.driver.batch.AlignedBatch;
      import io.offsetwise.adapters.spark.driver.batch.ShuffledBatch;
      import io.offsetwise.adapters.spark.driver.batch.WindowedBatch;
      import io.offsetwise.application.save.Saver;
      import io.offsetwise.domain.offset.BatchRanges;

      class Job {
        long save(AlignedBatch<String> aligned, BatchRanges earlier, Saver<String> saver) {
          ShuffledBatch<String> shuffled = aligned.shuffle(results -> results.distinct());
          WindowedBatch<String> window = aligned.after(earlier);
          return %s;
        }
      }
      """;

  @TempDir Path classes;

  @Test
  void whatIsAlignedCanBeSavedPerPartition() throws IOException {
    assertThat(errorsOf("aligned.savePerPartition(saver)")).isEmpty();
  }

  @Test
  void whatWasShuffledCanBeSavedPerBatch() throws IOException {
    assertThat(errorsOf("shuffled.savePerBatch(saver)")).isEmpty();
  }

  @Test
  void whatWasShuffledCannotBeSavedPerPartition() throws IOException {
    assertThat(errorsOf("shuffled.savePerPartition(saver)"))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getCode()).isEqualTo("compiler.err.cant.resolve.location.args");
              assertThat(error.getLineNumber()).isEqualTo(13);
              assertThat(error.getMessage(Locale.ENGLISH).lines().map(String::strip))
                  .containsExactly(
                      "cannot find symbol",
                      "symbol:   method savePerPartition(io.offsetwise.application.save"
                          + ".Saver<java.lang.String>)",
                      "location: variable shuffled of type"
                          + " io.offsetwise.adapters.spark.driver.batch.ShuffledBatch<java.lang.String>");
            });
  }

  @Test
  void aWindowCanBeSavedPerBatchAloneAndAfterAShuffle() throws IOException {
    assertThat(errorsOf("window.shuffle(results -> results).savePerBatch(saver)")).isEmpty();
    assertThat(errorsOf("window.savePerPartition(saver)"))
        .singleElement()
        .returns("compiler.err.cant.resolve.location.args", Diagnostic::getCode);
  }

  private List<Diagnostic<? extends JavaFileObject>> errorsOf(String call) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none",
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString());
    compiler
        .getTask(
            new StringWriter(),
            null,
            found,
            options,
            null,
            List.of(new Source(JOB.formatted(call))))
        .call();
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .toList();
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String text) {
      super(URI.create("string:///job/Job.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
