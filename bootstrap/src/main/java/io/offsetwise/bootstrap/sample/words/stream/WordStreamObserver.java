package io.offsetwise.bootstrap.sample.words.stream;

/** Is told what happens in a stream of words, in Spark's listener thread. Lives in one process. */
public interface WordStreamObserver {

  /**
   * A batch is done.
   *
   * @param lines number of lines in it
   */
  void batchDone(long lines);

  /**
   * The receiver has lost its connection, or got none; it tries again by itself.
   *
   * @param message what it says
   */
  void receiverFailed(String message);
}
