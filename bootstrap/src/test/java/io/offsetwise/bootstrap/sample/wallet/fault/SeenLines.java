package io.offsetwise.bootstrap.sample.wallet.fault;

import io.offsetwise.bootstrap.command.Progress;
import java.util.List;

/**
 * Shows nothing and keeps the lines.
 *
 * @param lines takes them, from any thread of the job
 */
record SeenLines(List<String> lines) implements Progress {

  @Override
  public void say(String line) {
    lines.add(line);
  }

  @Override
  public <X extends Exception> void count(String what, long total, CountedWork<X> work) throws X {
    work.run(done -> {});
  }
}
