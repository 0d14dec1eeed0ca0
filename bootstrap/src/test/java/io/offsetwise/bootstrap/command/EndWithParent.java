package io.offsetwise.bootstrap.command;

import java.io.IOException;
import java.io.UncheckedIOException;

/** For processes that a test starts: none of them must outlive a test that was itself killed. */
public final class EndWithParent {

  private EndWithParent() {}

  /** Ends this process, without any hook, when the pipe from its parent ends. */
  public static void watch() {
    Thread watch = new Thread(EndWithParent::awaitEnd, "end-with-parent");
    watch.setDaemon(true);
    watch.start();
  }

  private static void awaitEnd() {
    try {
      while (System.in.read() >= 0) {
        // the parent never writes; the end of its pipe is the end of the parent
      }
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }
}
