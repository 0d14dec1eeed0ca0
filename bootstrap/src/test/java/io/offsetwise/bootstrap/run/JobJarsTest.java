package io.offsetwise.bootstrap.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.command.OffsetwiseCommandLine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of {@code job.kind} and of jars that bring jobs. */
class JobJarsTest {

  private static final String KINDS = "must be one of message-lengths, message-windows, wallet";

  /** A provider whose job is never made. */
  private static final String PROVIDER =
      """
      package user;
      import io.offsetwise.bootstrap.run.*;
      import io.offsetwise.bootstrap.settings.Settings;
      public class Provider implements JobProvider {
        static final int NUMBER = %s;
        public String kind() { return "%s"; }
        public RunnableJob job(Settings settings) { return %s; }
      }
      """;

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  @Test
  void aKindThatNobodyBringsIsRefusedWithAllThatAreThere() {
    assertThat(check("-Djob.kind=tips")).isEqualTo(ExitCode.INVALID_CONFIGURATION.code());
    assertThat(err.toString()).contains("command line: job.kind = tips: " + KINDS);
  }

  @Test
  void aJarBringsAKindOfItsOwn() throws Exception {
    String counting = "new io.offsetwise.bootstrap.lengths.LengthsRun(settings)";
    Path jar = jar(PROVIDER.formatted("1", "tips", counting));

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

    refused(jar, "brings no job: it has no META-INF/services/" + JobProvider.class.getName());
  }

  @Test
  void aProviderThatIsNotThereIsNamed() throws Exception {
    Path jar = new JarOfSources(folder).provider("user.Gone").build(classPath());

    refused(jar, "Provider user.Gone not found", "build it again");
  }

  @Test
  void aProviderThatFailsWhileItIsLoadedSaysWhy() throws Exception {
    Path jar = jar(PROVIDER.formatted("Integer.parseInt(\"seven\")", "tips", "null"));

    refused(jar, "user.Provider", "For input string: \"seven\"");
  }

  @Test
  void aNameThatIsTakenIsRefused() throws Exception {
    Path jar = jar(PROVIDER.formatted("1", "wallet", "null"));

    refused(
        jar,
        "job.kind = wallet: is the name of several jobs, "
            + "io.offsetwise.bootstrap.wallet.WalletProvider and user.Provider; rename yours");
  }

  @Test
  void aClassThatTheJobNeedsAndThatIsNotThereIsNamed() throws Exception {
    Path jar =
        new JarOfSources(folder)
            .provider("user.Provider")
            .source("user.Provider", PROVIDER.formatted("1", "tips", "Helper.job()"))
            .source(
                "user.Helper",
                "package user; class Helper {"
                    + " static io.offsetwise.bootstrap.run.RunnableJob job() { return null; } }")
            .build(classPath(), "user/Helper.class");

    refused(jar, "user.Provider", "user/Helper", "build it again");
  }

  /** Built against a port that had nothing but one method. */
  @Test
  void aJobThatWasBuiltAgainstAnotherVersionIsToldWhatItLacks() throws Exception {
    Path older = Files.createDirectories(folder.resolve("older"));
    new JarOfSources(older)
        .source(
            "io.offsetwise.bootstrap.run.RunnableJob",
            "package io.offsetwise.bootstrap.run;"
                + " public interface RunnableJob { Object generator(); }")
        .build("");
    Path jar =
        new JarOfSources(Files.createDirectories(folder.resolve("job")))
            .provider("user.Provider")
            .source("user.Provider", PROVIDER.formatted("1", "tips", "new Job()"))
            .source(
                "user.Job",
                "package user; public class Job implements"
                    + " io.offsetwise.bootstrap.run.RunnableJob {"
                    + " public Object generator() { return null; } }")
            .build(older.resolve("classes") + System.getProperty("path.separator") + classPath());

    refused(jar, "user.Job", "has no method", "audit", "build it again");
  }

  private Path jar(String provider) throws Exception {
    return new JarOfSources(folder)
        .provider("user.Provider")
        .source("user.Provider", provider)
        .build(classPath());
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private void refused(Path jar, String... parts) {
    int exitCode = check("--jar", jar.toString(), "-Djob.kind=" + kindIn(parts));
    assertThat(exitCode).as(err.toString()).isEqualTo(ExitCode.INVALID_CONFIGURATION.code());
    assertThat(err.toString()).contains(parts);
  }

  private static String kindIn(String... parts) {
    return parts[0].startsWith("job.kind = wallet") ? "wallet" : "tips";
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
