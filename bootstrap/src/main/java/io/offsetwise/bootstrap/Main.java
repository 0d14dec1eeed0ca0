package io.offsetwise.bootstrap;

import io.offsetwise.bootstrap.command.StandardOutput;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The program. */
public final class Main {

  private Main() {}

  /** Spark's own property; only {@code spark-submit} sets it. */
  private static final String SUBMITTED = "spark.submit.deployMode";

  /**
   * Runs the verb that {@code args} name and ends the JVM with its exit code.
   *
   * <p>Under {@code spark-submit} success is a return: YARN's application master takes every call
   * of {@code System.exit} in a driver for a failure, also one with 0 (Spark's {@code
   * ApplicationMaster}, {@code EXIT_EARLY}).
   */
  public static void main(String[] args) {
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    PrintWriter out = StandardOutput.ofThisProcess(err);
    Thread.setDefaultUncaughtExceptionHandler(new UncaughtErrors(err, Runtime.getRuntime()::halt));
    int exitCode = OffsetwiseCommandLine.execute(out, err, args);
    if (exitCode != 0 || System.getProperty(SUBMITTED) == null) {
      System.exit(exitCode);
    }
  }
}
