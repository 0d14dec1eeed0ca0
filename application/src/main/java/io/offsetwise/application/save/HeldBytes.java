package io.offsetwise.application.save;

import io.offsetwise.application.stop.StoppedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bytes from the moment when they were made to the commit that they are for, piece by piece: in
 * memory up to a bound, the rest in a file. Not thread-safe.
 */
public final class HeldBytes implements Iterable<ByteBuffer>, AutoCloseable {

  /** Some thousand rows. More is no faster: what is written to a file stays in memory as well. */
  private static final int MEMORY_BYTES = 1 << 20;

  private final long memoryBytes;
  private final List<byte[]> inMemory = new ArrayList<>();
  private long bytesInMemory;
  private Optional<SpillFile> spilled = Optional.empty();

  /** None yet; of those to come, 1 MB will be held in memory. */
  public HeldBytes() {
    this(MEMORY_BYTES);
  }

  HeldBytes(long memoryBytes) {
    this.memoryBytes = memoryBytes;
  }

  /**
   * Adds a copy of what remains in {@code piece}, which has an array; nothing remains then.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when no file can be written
   */
  public void add(ByteBuffer piece) {
    if (!piece.hasRemaining()) {
      return;
    }
    if (spilled.isEmpty() && bytesInMemory + piece.remaining() <= memoryBytes) {
      bytesInMemory += piece.remaining();
      byte[] copy = new byte[piece.remaining()];
      piece.get(copy);
      inMemory.add(copy);
    } else {
      file().add(piece);
    }
  }

  /**
   * The pieces as they were added, each with an array, and to be used until the next one is asked
   * for. Each iterator begins anew.
   */
  @Override
  public Iterator<ByteBuffer> iterator() {
    Stream<ByteBuffer> first = inMemory.stream().map(ByteBuffer::wrap);
    return spilled
        .map(file -> Stream.concat(first, file.pieces()).iterator())
        .orElseGet(first::iterator);
  }

  @Override
  public void close() {
    spilled.ifPresent(SpillFile::close);
  }

  private SpillFile file() {
    if (spilled.isEmpty()) {
      spilled = Optional.of(SpillFile.create());
    }
    return spilled.orElseThrow();
  }
}
