package io.offsetwise.application.save;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Results as Java serializes them: for whoever has no form of his own. Not thread-safe.
 *
 * @param <R> the results, serializable
 */
public final class SerializedResults<R> implements HeldResults<R>, Iterable<R> {

  private static final int BUFFER_BYTES = 1 << 16;

  /** The stream remembers each object that it has written, until it is told to forget them. */
  private static final long FORGET_AFTER = 1_000;

  private final HeldBytes held;
  private Optional<ObjectOutputStream> out = Optional.empty();
  private long count;

  /** No result yet. */
  public SerializedResults() {
    this(new HeldBytes());
  }

  SerializedResults(HeldBytes held) {
    this.held = held;
  }

  /** {@inheritDoc} It is of no use any more after an error. */
  @Override
  public void add(R result) {
    try {
      ObjectOutputStream objects = out();
      objects.writeObject(result);
      count++;
      if (count % FORGET_AFTER == 0) {
        objects.reset();
      }
    } catch (NotSerializableException e) {
      throw StopReason.IMPOSSIBLE.because(
          e,
          "results of type %s cannot be held until they are saved, because %s is not serializable:"
              + " let the type implement java.io.Serializable, and hold values and nothing live",
          result.getClass().getName(),
          e.getMessage());
    } catch (IOException e) {
      throw impossible(e);
    }
  }

  private ObjectOutputStream out() throws IOException {
    if (out.isEmpty()) {
      out =
          Optional.of(
              new ObjectOutputStream(
                  new BufferedOutputStream(new HeldOutputStream(held), BUFFER_BYTES)));
    }
    return out.orElseThrow();
  }

  @Override
  public void writeTo(ResultWriter<R> writer) {
    writer.writeAll(iterator());
  }

  /** All results in their order, each made anew when it is taken; one iterator at a time. */
  @Override
  public Iterator<R> iterator() {
    if (out.isEmpty()) {
      return Collections.emptyIterator();
    }
    try {
      out.orElseThrow().flush();
      ObjectInputStream in = new ResultsInputStream(new HeldInputStream(held.iterator()));
      return LongStream.range(0, count).mapToObj(index -> next(in)).iterator();
    } catch (IOException e) {
      throw impossible(e);
    }
  }

  @SuppressWarnings("unchecked") // what comes out is what went in
  private R next(ObjectInputStream in) {
    try {
      return (R) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw impossible(e);
    }
  }

  @Override
  public void close() {
    held.close();
  }

  /** The bytes are in memory, or come from there: a file's errors are told by what holds them. */
  private static StoppedException impossible(Exception e) {
    return StopReason.IMPOSSIBLE.because(
        e, "a result cannot be serialized, or made again from what it was serialized to: %s", e);
  }

  private static final class HeldOutputStream extends OutputStream {

    private final HeldBytes held;

    private HeldOutputStream(HeldBytes held) {
      this.held = held;
    }

    @Override
    public void write(int one) {
      held.add(ByteBuffer.wrap(new byte[] {(byte) one}));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      held.add(ByteBuffer.wrap(bytes, offset, length));
    }
  }

  private static final class HeldInputStream extends InputStream {

    private final Iterator<ByteBuffer> pieces;
    private ByteBuffer piece = ByteBuffer.allocate(0);

    private HeldInputStream(Iterator<ByteBuffer> pieces) {
      this.pieces = pieces;
    }

    @Override
    public int read() {
      return hasMore() ? Byte.toUnsignedInt(piece.get()) : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (length == 0 || !hasMore()) {
        return length == 0 ? 0 : -1;
      }
      int count = Math.min(length, piece.remaining());
      piece.get(bytes, offset, count);
      return count;
    }

    private boolean hasMore() {
      while (!piece.hasRemaining() && pieces.hasNext()) {
        piece = pieces.next();
      }
      return piece.hasRemaining();
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
}
