package io.offsetwise.bootstrap.command;

import java.io.PrintWriter;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows long work to whoever sits at the terminal. */
public interface Progress {

  /** What is right for this process: visible when somebody sits at a terminal. */
  static Progress on(PrintWriter terminal) {
    return Boolean.getBoolean("offsetwise.terminal")
        ? new Visible(terminal)
        : new WarningsAlone(terminal);
  }

  /** Says one thing. */
  void say(String line);

  /** Says one thing that a person must know of, even where nobody sits at a terminal. */
  default void warn(String line) {
    say("warning: " + line);
  }

  /**
   * Shows counted work while it is done.
   *
   * @param what is done, as a noun
   * @param total the count at its end
   * @param work is given a consumer that takes the count so far
   * @param <X> what the work may throw
   */
  <X extends Exception> void count(String what, long total, CountedWork<X> work) throws X;

  /**
   * Work that tells how far it has come.
   *
   * @param <X> what it may throw
   */
  @FunctionalInterface
  interface CountedWork<X extends Exception> {
    /** Does the work. */
    void run(LongConsumer done) throws X;
  }

  /**
   * For output that is no terminal.
   *
   * @param errors takes the warnings
   */
  record WarningsAlone(PrintWriter errors) implements Progress {
    @Override
    public void say(String line) {}

    @Override
    public void warn(String line) {
      errors.println("offsetwise: warning: " + line);
      errors.flush();
    }

    @Override
    public <X extends Exception> void count(String what, long total, CountedWork<X> work) throws X {
      work.run(done -> {});
    }
  }

  /** Says nothing. */
  record Silent() implements Progress {
    @Override
    public void say(String line) {}

    @Override
    public <X extends Exception> void count(String what, long total, CountedWork<X> work) throws X {
      work.run(done -> {});
    }
  }

  /**
   * For a terminal.
   *
   * @param terminal takes the lines; bars go to standard error
   */
  record Visible(PrintWriter terminal) implements Progress {
    @Override
    public void say(String line) {
      terminal.println(line);
      terminal.flush();
    }

    @Override
    public <X extends Exception> void count(String what, long total, CountedWork<X> work) throws X {
      try (ProgressBar bar =
          new ProgressBarBuilder()
              .setTaskName(what)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .build()) {
        work.run(bar::stepTo);
      }
    }
  }
}
