package io.offsetwise.bootstrap.local;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.bootstrap.log.LogFile;
import io.offsetwise.bootstrap.process.TemporaryFolder;
import io.offsetwise.bootstrap.process.ThisProgram;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts the process of the services so that it outlives this one.
 *
 * @param arguments what it is started with
 */
record ServicesLauncher(ServicesArguments arguments) {

  private static final String HEAP = "-Xmx512m";
  private static final File NOTHING = new File("/dev/null");

  // Ctrl-C in a terminal goes to all processes of the foreground; a JVM leaves signals alone that
  // were ignored at its start. SIGTERM is not among them: it is how the services are stopped.
  private static final List<String> DEAF_TO_THE_TERMINAL =
      List.of("/bin/sh", "-c", "trap '' INT HUP QUIT; exec \"$@\"", "sh");

  /** Starts the process; does not wait for the services. */
  Process launch() {
    LocalFolder folder = arguments.folder();
    try {
      return new ProcessBuilder(command())
          .directory(folder.dataDir().toFile())
          .redirectInput(NOTHING)
          .redirectErrorStream(true)
          .redirectOutput(folder.console().toFile())
          .start();
    } catch (IOException e) {
      throw StopReason.UNAVAILABLE.because(
          e, "the local services cannot be started: %s", e.getMessage());
    }
  }

  private List<String> command() {
    Stream<String> java =
        Stream.of(
            ThisProgram.java(),
            HEAP,
            "-XX:+ExitOnOutOfMemoryError",
            // For one laptop: what makes a busy server fast would cost most of its start.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            TemporaryFolder.ofThisProcess().jvmOption(),
            LogFile.jvmOption(arguments.folder().log()),
            "-cp",
            ThisProgram.classPath(),
            LocalServicesMain.class.getName());
    return Stream.of(DEAF_TO_THE_TERMINAL.stream(), java, arguments.asList().stream())
        .flatMap(words -> words)
        .toList();
  }
}
