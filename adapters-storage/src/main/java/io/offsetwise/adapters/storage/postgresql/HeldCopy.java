package io.offsetwise.adapters.storage.postgresql;

import io.offsetwise.adapters.storage.jdbc.BulkWriter.InsertInto;
import io.offsetwise.adapters.storage.jdbc.HeldInserts;
import io.offsetwise.application.save.HeldBytes;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jdbi.v3.core.Handle;

/** Rows that are held as the text that COPY takes. Not thread-safe. */
final class HeldCopy implements HeldInserts {

  /**
   * Pieces of 64 KB in one COPY, which must be done within the timeout of a statement: some hundred
   * thousand rows.
   */
  private static final int PIECES = 256;

  private final CopyStatement statement;
  private final HeldBytes held = new HeldBytes();
  private final CopyText text;

  /** No row yet. */
  HeldCopy(InsertInto target) {
    this.statement = CopyStatement.into(target);
    this.text = new CopyText(target.columns().size());
  }

  @Override
  public void add(Object[] values) {
    text.add(values);
    if (text.isFull()) {
      held.add(text.taken());
    }
  }

  @Override
  public void insert(Handle handle) {
    held.add(text.taken());
    Iterator<ByteBuffer> pieces = held.iterator();
    while (pieces.hasNext()) {
      statement.send(handle.getConnection(), new Some(pieces));
    }
  }

  @Override
  public void close() {
    held.close();
  }

  /** The next pieces of others. */
  private static final class Some implements Iterator<ByteBuffer> {

    private final Iterator<ByteBuffer> pieces;
    private int left = PIECES;

    private Some(Iterator<ByteBuffer> pieces) {
      this.pieces = pieces;
    }

    @Override
    public boolean hasNext() {
      return left > 0 && pieces.hasNext();
    }

    @Override
    public ByteBuffer next() {
      if (!hasNext()) {
        throw new NoSuchElementException("one COPY takes no more pieces");
      }
      left--;
      return pieces.next();
    }
  }
}
