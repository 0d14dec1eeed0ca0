package io.offsetwise.application.save;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Bytes in a file of {@code java.io.tmpdir} that goes with whoever has opened it: where the system
 * allows it, its name is gone at once, so that a killed process leaves nothing behind. Not
 * thread-safe.
 */
final class SpillFile implements AutoCloseable {

  private final FileChannel channel;
  private final List<Long> ends = new ArrayList<>(List.of(0L));

  private SpillFile(FileChannel channel) {
    this.channel = channel;
  }

  /** An empty file. */
  static SpillFile create() {
    try {
      Path file = Files.createTempFile("offsetwise-results-", ".spill");
      return new SpillFile(
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  void add(ByteBuffer piece) {
    try {
      while (piece.hasRemaining()) {
        channel.write(piece);
      }
      ends.add(channel.position());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** All pieces in their order, read while they are taken. */
  Stream<ByteBuffer> pieces() {
    return IntStream.range(1, ends.size()).mapToObj(this::piece);
  }

  private ByteBuffer piece(int number) {
    long from = ends.get(number - 1);
    ByteBuffer piece = ByteBuffer.allocate(Math.toIntExact(ends.get(number) - from));
    try {
      while (piece.hasRemaining()) {
        if (channel.read(piece, from + piece.position()) < 0) {
          throw new EOFException("the file is shorter than what was written to it");
        }
      }
    } catch (IOException e) {
      throw unusable(e);
    }
    return piece.flip();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static StoppedException unusable(IOException e) {
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
