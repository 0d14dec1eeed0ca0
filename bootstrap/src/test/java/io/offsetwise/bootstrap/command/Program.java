package io.offsetwise.bootstrap.command;

import io.offsetwise.bootstrap.Main;
import io.offsetwise.bootstrap.OffsetwiseCommandLine;
import io.offsetwise.bootstrap.process.ThisProgram;
import io.offsetwise.bootstrap.stream.LocalKafka;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * The packaged program as a process of its own.
 *
 * @param folder working directory; holds what the processes print
 * @param jvmOptions further options of its JVM
 */
public record Program(Path folder, List<String> jvmOptions) {

  private static final Path JAR = Path.of("target", "offsetwise.jar").toAbsolutePath();
  private static final Duration BOUND = Duration.ofMinutes(3);

  /** Tests start many processes that live for seconds: compiling well would cost most of these. */
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** The program in a folder, without a terminal. */
  public Program(Path folder) {
    this(folder, List.of());
  }

  /** What a process has left: its exit code and what it printed. */
  public record Ended(int exitCode, String out, String err) {}

  /** The same in front of somebody who wants to see progress. */
  public Program onTerminal() {
    return new Program(folder, List.of("-Doffsetwise.terminal=true"));
  }

  /** Runs the program to its end. */
  public Ended run(String... args) throws IOException, InterruptedException {
    return end(start(args));
  }

  /**
   * Runs a verb that takes settings in this JVM, with the same data folder: a process costs
   * seconds, and is started where the process is the subject.
   */
  public Ended runHere(String... args) {
    List<String> words = new ArrayList<>(List.of(args));
    words.add("-Ddata-dir=" + folder.resolve(".offsetwise"));
    LocalKafka.SHORT_WAITS.forEach((key, value) -> words.add("-D" + key + "=" + value));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        OffsetwiseCommandLine.execute(
            new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
    return new Ended(exitCode, out.toString(), err.toString());
  }

  /** Starts the program. */
  public Running start(String... args) throws IOException {
    return start(List.of(ClassArchive.option(JAR)), args);
  }

  /** The same, which makes the archive. */
  Running startWithoutArchive(String... args) throws IOException {
    return start(List.of(), args);
  }

  private Running start(List<String> archive, String... args) throws IOException {
    return start(command(archive, args));
  }

  /** The command line of the program. */
  public List<String> command(String... args) {
    return command(List.of(ClassArchive.option(JAR)), args);
  }

  private List<String> command(List<String> archive, String... args) {
    List<String> command = new ArrayList<>(List.of(ThisProgram.java()));
    command.addAll(SHORT_LIVED);
    command.addAll(archive);
    command.addAll(jvmOptions);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(args));
    return command;
  }

  /** Starts the program where it finds the classes of the tests as well, and logs as always. */
  public Running startWithTests(String... args) throws IOException {
    return new Program(folder, List.of("-Dlog4j2.configurationFile=log4j2.properties"))
        .start(Main.class, List.of(args));
  }

  /** Starts a class that is found among those of the tests. */
  public Running start(Class<?> main, List<String> args) throws IOException {
    List<String> command = new ArrayList<>(List.of(ThisProgram.java()));
    command.addAll(SHORT_LIVED);
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ", -1)));
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", ThisProgram.classPath(), main.getName()));
    command.addAll(args);
    return start(withArchive(command));
  }

  /**
   * The command line of a JVM with the same classes and the archive of the program's: these are
   * found in the jar then, which comes first, since an archive is of the beginning of a class path.
   */
  public static List<String> withArchive(List<String> java) {
    List<String> command = new ArrayList<>(java);
    int classes = command.indexOf("-cp") + 1;
    command.set(classes, JAR + File.pathSeparator + command.get(classes));
    command.add(1, ClassArchive.option(JAR));
    return command;
  }

  /** Starts any command in the folder. */
  public Running start(List<String> command) throws IOException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Running(process, out, err);
  }

  /** Waits for the end of a process; bounded. */
  public static Ended end(Running running) throws IOException, InterruptedException {
    return end(running, BOUND);
  }

  /** The same for one that may take longer than others. */
  public static Ended end(Running running, Duration bound)
      throws IOException, InterruptedException {
    if (!running.process().waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
      running.process().destroyForcibly();
      throw new IllegalStateException("no end within " + bound + ": " + running);
    }
    return new Ended(
        running.process().exitValue(),
        Files.readString(running.out()),
        Files.readString(running.err()));
  }

  /** A process and the files that it prints to. */
  public record Running(Process process, Path out, Path err) {

    /** Whether it has not ended yet. */
    public boolean isAlive() {
      return process.isAlive();
    }
  }
}
