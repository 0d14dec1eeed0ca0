package io.offsetwise.application.save;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Results in a file of {@code java.io.tmpdir} that goes with whoever has opened it: where the
 * system allows it, its name is gone at once, so that a killed process leaves nothing behind. Not
 * thread-safe.
 *
 * @param <R> the job's results, serializable
 */
final class SpillFile<R> implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;

  /** The stream remembers each object that it has written, until it is told to forget them. */
  private static final long FORGET_AFTER = 1_000;

  private final FileChannel channel;
  private final ObjectOutputStream out;
  private long count;

  private SpillFile(FileChannel channel) throws IOException {
    this.channel = channel;
    this.out =
        new ObjectOutputStream(
            new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES));
  }

  /** An empty file. */
  static <R> SpillFile<R> create() {
    try {
      Path file = Files.createTempFile("offsetwise-results-", ".spill");
      return new SpillFile<>(
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  void add(R result) {
    try {
      out.writeObject(result);
      count++;
      if (count % FORGET_AFTER == 0) {
        out.reset();
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** All results in their order, read while they are taken; one stream at a time. */
  Stream<R> results() {
    try {
      out.flush();
      channel.position(0);
      ObjectInputStream in =
          new ResultsInputStream(
              new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES));
      return LongStream.range(0, count).mapToObj(index -> next(in));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  @SuppressWarnings("unchecked") // what comes out is what went in
  private R next(ObjectInputStream in) {
    try {
      return (R) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw unusable(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Finds the classes of a job that came in a jar of its own. */
  private static final class ResultsInputStream extends ObjectInputStream {

    private ResultsInputStream(InputStream in) throws IOException {
      super(in);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass type)
        throws IOException, ClassNotFoundException {
      try {
        return Class.forName(type.getName(), false, Thread.currentThread().getContextClassLoader());
      } catch (ClassNotFoundException primitive) {
        return super.resolveClass(type);
      }
    }
  }

  private static StoppedException unusable(Exception e) {
    if (e instanceof NotSerializableException) {
      return StopReason.IMPOSSIBLE.because(
          e,
          "results of a range that is larger than memory cannot be written to a file, because %s is"
              + " not serializable: a result probably holds something live; let it hold values",
          e.getMessage());
    }
    return StopReason.UNAVAILABLE.because(
        e,
        """
        results of a range that is larger than memory cannot be kept in a file in %s (%s): the \
        disk is probably full or the folder not writable; make room, or lower \
        spark.streaming.kafka.maxRatePerPartition""",
        System.getProperty("java.io.tmpdir"),
        e);
  }
}
