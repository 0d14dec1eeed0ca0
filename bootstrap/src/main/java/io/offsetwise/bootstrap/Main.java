package io.offsetwise.bootstrap;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The program. */
public final class Main {

  private Main() {}

  /** Runs the verb that {@code args} name and ends the JVM with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Thread.setDefaultUncaughtExceptionHandler(new UncaughtErrors(err, Runtime.getRuntime()::halt));
    System.exit(OffsetwiseCommandLine.execute(out, err, args));
  }
}
