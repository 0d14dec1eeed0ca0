package io.offsetwise.adapters.storage.postgresql;

import io.offsetwise.adapters.storage.jdbc.BulkWriter.InsertInto;
import io.offsetwise.adapters.storage.jdbc.RowInserter;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Inserts rows by COPY, a block of them at a time; the server takes up the first ones of a block
 * while others are still made into text. No COPY stays open between two calls: the connection takes
 * no other statement beside it, and its time would count while rows are slow to come.
 */
final class CopyInserter implements RowInserter {

  private final Connection connection;
  private final CopyStatement statement;
  private final int blockSize;
  private final List<Object[]> rows = new ArrayList<>();
  private final CopyText text;

  /**
   * Copies within the transaction of {@code connection}.
   *
   * @param blockSize rows of a block, 1 or more; so many are held
   */
  CopyInserter(Connection connection, InsertInto target, int blockSize) {
    this.connection = connection;
    this.statement = CopyStatement.into(target);
    this.blockSize = blockSize;
    this.text = new CopyText(target.columns().size());
  }

  @Override
  public void add(Object[] values) {
    rows.add(values);
    if (rows.size() == blockSize) {
      flush();
    }
  }

  @Override
  public void flush() {
    if (!rows.isEmpty()) {
      statement.send(connection, new Texts(rows.iterator()));
      rows.clear();
    }
  }

  /** Nothing is open between two calls. */
  @Override
  public void close() {
    rows.clear();
  }

  /** Rows that are made into text while it is taken. */
  private final class Texts implements Iterator<ByteBuffer> {

    private final Iterator<Object[]> left;

    private Texts(Iterator<Object[]> left) {
      this.left = left;
    }

    @Override
    public boolean hasNext() {
      return left.hasNext();
    }

    @Override
    public ByteBuffer next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no row is left");
      }
      while (left.hasNext() && !text.isFull()) {
        text.add(left.next());
      }
      return text.taken();
    }
  }
}
