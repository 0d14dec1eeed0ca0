package io.offsetwise.bootstrap.sample.windows;

import org.apache.spark.api.java.function.Function2;

/** Two counts of one window as one. Runs on executors. */
record AddedWindows() implements Function2<WindowCount, WindowCount, WindowCount> {

  @Override
  public WindowCount call(WindowCount left, WindowCount right) {
    return left.plus(right);
  }
}
