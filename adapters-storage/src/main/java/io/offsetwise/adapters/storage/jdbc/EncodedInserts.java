package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.application.result.Column;
import io.offsetwise.application.save.HeldBytes;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Rows that are held as bytes, in a form of our own, and made again when they are inserted. */
final class EncodedInserts implements HeldInserts {

  private final List<Column> columns;
  private final Function<Handle, RowInserter> inserters;
  private final HeldBytes held = new HeldBytes();
  private final RowEncoder encoder;

  /**
   * No row yet.
   *
   * @param columns of the rows
   * @param inserters insert them in an open transaction
   */
  EncodedInserts(List<Column> columns, Function<Handle, RowInserter> inserters) {
    this.columns = columns;
    this.inserters = inserters;
    this.encoder = new RowEncoder(columns);
  }

  @Override
  public void add(Object[] values) {
    encoder.add(values);
    if (encoder.isFull()) {
      held.add(encoder.taken());
    }
  }

  @Override
  public void insert(Handle handle) {
    held.add(encoder.taken());
    RowDecoder decoder = new RowDecoder(columns);
    try (RowInserter inserter = inserters.apply(handle)) {
      for (ByteBuffer piece : held) {
        while (piece.hasRemaining()) {
          inserter.add(decoder.next(piece));
        }
      }
      inserter.flush();
    }
  }

  @Override
  public void close() {
    held.close();
  }
}
