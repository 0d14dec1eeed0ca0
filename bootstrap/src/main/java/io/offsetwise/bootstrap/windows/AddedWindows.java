package io.offsetwise.bootstrap.windows;

import io.offsetwise.application.windows.WindowCount;
import org.apache.spark.api.java.function.Function2;

/** Two counts of one window as one. Runs on executors. */
record AddedWindows() implements Function2<WindowCount, WindowCount, WindowCount> {

  @Override
  public WindowCount call(WindowCount left, WindowCount right) {
    return left.plus(right);
  }
}
