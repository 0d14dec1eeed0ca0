package io.offsetwise.bootstrap.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.OffsetwiseCommandLine;
import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.job.Job;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of {@code job.kind} and of jars that bring jobs. */
class JobJarsTest {

  /** All that are on the class path; a fork has others. */
  private static final String KINDS =
      "must be one of "
          + StreamSupport.stream(ServiceLoader.load(Job.class).spliterator(), false)
              .map(job -> ((Job<?>) job).kind())
              .sorted()
              .collect(Collectors.joining(", "));

  /** A job that is never run. */
  private static final String JOB =
      """
      package user;
      import io.offsetwise.adapters.storage.schema.SchemaPart;
      import io.offsetwise.application.result.*;
      import io.offsetwise.application.save.RecordFunction;
      import io.offsetwise.bootstrap.job.Job;
      public class Tips implements Job<Tips.Row> {
        static final int NUMBER = %s;
        public record Row(String topic, int partition, long offset) {}
        public String kind() { return "%s"; }
        public SchemaPart schema() { return null; }
        public ResultTables<Row> tables() { return %s; }
        public RecordFunction<Row> function() { return null; }
      }
      """;

  private static final String TABLES =
      "ResultTables.of(ResultTable.of(\"tip\", Row.class, Column.TOPIC, Column.PARTITION,"
          + " Column.OFFSET))";

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  @Test
  void aKindThatNobodyBringsIsRefusedWithAllThatAreThere() {
    assertThat(check("-Djob.kind=tips")).isEqualTo(ExitCode.INVALID_CONFIGURATION.code());
    assertThat(err.toString()).contains("command line: job.kind = tips: " + KINDS);
  }

  @Test
  void aJarBringsAKindOfItsOwn() throws Exception {
    Path jar = jar(JOB.formatted("1", "tips", TABLES));

    assertThat(check("--jar", jar.toString(), "-Djob.kind=tips")).as(err.toString()).isZero();
    assertThat(check("-Djob.kind=tips")).as("it is gone with its verb").isNotZero();
  }

  @Test
  void aFileThatIsMissingOrNoJarIsNamed() throws Exception {
    Path missing = folder.resolve("missing.jar");
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");

    refused(missing, "--jar " + missing + ": cannot be read as a jar");
    refused(text, "--jar " + text + ": cannot be read as a jar");
  }

  @Test
  void aJarWithoutAJobIsRefused() throws Exception {
    Path jar = new JarOfSources(folder).file("readme.txt", "nothing").build(classPath());

    refused(jar, "brings no job: it has no META-INF/services/" + Job.class.getName());
  }

  @Test
  void aJobThatIsNotThereIsNamed() throws Exception {
    Path jar = new JarOfSources(folder).provider("user.Gone").build(classPath());

    refused(jar, "Provider user.Gone not found", "build it again");
  }

  @Test
  void aJobThatFailsWhileItIsLoadedSaysWhy() throws Exception {
    Path jar = jar(JOB.formatted("Integer.parseInt(\"seven\")", "tips", TABLES));

    refused(jar, "user.Tips", "For input string: \"seven\"");
  }

  @Test
  void aNameThatIsTakenIsRefused() throws Exception {
    String tips = JOB.formatted("1", "tips", TABLES);
    Path jar =
        new JarOfSources(folder)
            .provider("user.Twin\nuser.Tips")
            .source("user.Tips", tips)
            .source("user.Twin", tips.replace("Tips", "Twin"))
            .build(classPath());

    refused(
        jar, "job.kind = tips: is the name of several jobs, user.Tips and user.Twin; rename yours");
  }

  @Test
  void aClassThatTheJobNeedsAndThatIsNotThereIsNamed() throws Exception {
    Path jar =
        new JarOfSources(folder)
            .provider("user.Tips")
            .source("user.Tips", JOB.formatted("1", "tips", "Helper.tables()"))
            .source(
                "user.Helper",
                "package user; class Helper {"
                    + " static <R> io.offsetwise.application.result.ResultTables<R> tables()"
                    + " { return null; } }")
            .build(classPath(), "user/Helper.class");

    refused(jar, "user.Tips", "user/Helper", "build it again");
  }

  /** Built against a port that had nothing but one method. */
  @Test
  void aJobThatWasBuiltAgainstAnotherVersionIsToldWhatItLacks() throws Exception {
    Path older = Files.createDirectories(folder.resolve("older"));
    new JarOfSources(older)
        .source(
            "io.offsetwise.bootstrap.job.Job",
            "package io.offsetwise.bootstrap.job; public interface Job<R> { String kind(); }")
        .build("");
    Path jar =
        new JarOfSources(Files.createDirectories(folder.resolve("job")))
            .provider("user.Tips")
            .source(
                "user.Tips",
                "package user; public class Tips implements"
                    + " io.offsetwise.bootstrap.job.Job<String> {"
                    + " public String kind() { return \"tips\"; } }")
            .build(older.resolve("classes") + System.getProperty("path.separator") + classPath());

    refused(jar, "user.Tips", "has no method", "tables", "build it again");
  }

  /** Nothing could be held against the log. */
  @Test
  void aJobThatIsDeclaredWronglyIsToldWhy() throws Exception {
    Path jar =
        jar(
            JOB.formatted(
                "1",
                "tips",
                "ResultTables.of(ResultTable.of(\"tip\", Row.class, Column.TOPIC,"
                    + " Column.PARTITION, Column.bigint(\"other\")))"));

    refused(jar, "user.Tips", "is declared wrongly", "Column.TOPIC, PARTITION and OFFSET");
  }

  private Path jar(String job) throws Exception {
    return new JarOfSources(folder)
        .provider("user.Tips")
        .source("user.Tips", job)
        .build(classPath());
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private void refused(Path jar, String... parts) {
    int exitCode = check("--jar", jar.toString(), "-Djob.kind=tips");
    assertThat(exitCode).as(err.toString()).isEqualTo(ExitCode.INVALID_CONFIGURATION.code());
    assertThat(err.toString()).contains(parts);
  }

  private int check(String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "config";
    words[1] = "check";
    System.arraycopy(options, 0, words, 2, options.length);
    StringWriter out = new StringWriter();
    return OffsetwiseCommandLine.execute(new PrintWriter(out), new PrintWriter(err), words);
  }
}
