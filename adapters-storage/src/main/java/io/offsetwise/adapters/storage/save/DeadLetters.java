package io.offsetwise.adapters.storage.save;

import io.offsetwise.adapters.storage.jdbc.JdbcBatch;
import io.offsetwise.application.save.DeadLetter;
import io.offsetwise.domain.offset.StreamName;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/**
 * Writes dead letters inside an open transaction, for any job. Letters may be large: what is held
 * back for a batch is bounded in rows and in bytes. Not thread-safe.
 */
public final class DeadLetters implements AutoCloseable {

  private static final String INSERT =
      """
      INSERT INTO dead_letter (stream_name, natural_key, topic_name, partition_number,
        record_offset, reason, record_key, record_value)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final int MAX_REASON_CHARS = 1_000;
  private static final int REPLACEMENT = '\uFFFD';
  private static final long MAX_PENDING_BYTES = 1 << 20;

  private final StreamName stream;
  private final LetterKey key;
  private final JdbcBatch<DeadLetter> batch;
  private long pendingBytes;

  /**
   * Writes the letters of {@code stream} on a handle whose transaction is the caller's.
   *
   * @param key whether a letter that is written again is another one; a job whose results have a
   *     natural unique key needs one here as well
   */
  public DeadLetters(Handle handle, StreamName stream, LetterKey key) {
    this.stream = stream;
    this.key = key;
    this.batch = JdbcBatch.ofMissing(handle, INSERT, this::bind);
  }

  /**
   * Adds a letter; a reason longer than 1000 characters is cut, and what is no text in it replaced.
   */
  public void add(DeadLetter letter) {
    batch.add(letter);
    pendingBytes += length(letter.key()) + length(letter.value());
    if (pendingBytes >= MAX_PENDING_BYTES) {
      flush();
    }
  }

  /** Sends what is pending; must be called after the last letter. */
  public void flush() {
    batch.flush();
    pendingBytes = 0;
  }

  @Override
  public void close() {
    batch.close();
  }

  private void bind(PreparedStatement statement, DeadLetter letter) throws SQLException {
    statement.setString(1, stream.value());
    statement.setString(2, key.of(letter).orElse(null));
    statement.setString(3, letter.topic());
    statement.setInt(4, letter.partition());
    statement.setLong(5, letter.offset());
    statement.setString(6, storable(letter.reason()));
    statement.setBytes(7, letter.key());
    statement.setBytes(8, letter.value());
  }

  /**
   * What every database holds: not longer than the column, whether UTF-16 units or code points are
   * counted; without NUL; and without halves of surrogate pairs, those of a cut pair among them.
   */
  private static String storable(String reason) {
    String cut = reason.substring(0, Math.min(reason.length(), MAX_REASON_CHARS));
    StringBuilder text = new StringBuilder(cut.length());
    cut.codePoints()
        .map(
            point ->
                point == 0 || Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  private static long length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
