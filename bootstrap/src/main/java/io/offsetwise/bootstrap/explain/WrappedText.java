package io.offsetwise.bootstrap.explain;

/** Breaks sentences into lines. */
final class WrappedText {

  private WrappedText() {}

  /** The words of {@code text} in lines of at most {@code length} characters. */
  static String inLinesOf(int length, String text) {
    return text.replaceAll("(.{1," + length + "})(?: |$)", "$1\n").strip();
  }
}
