package io.offsetwise.bootstrap.asnoted.program;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.spark.streaming.kafka010.OffsetRange;

/** First note, "ensure offsets are ok": what is made of it. */
public enum OffsetCheck {
  /** It is left out. */
  NONE,
  /** A SELECT, and what it finds is compared. */
  SELECT,
  /** The update has a condition, and its count is compared. */
  UPDATE_COUNT;

  void look(Database database, Connection connection, OffsetRange range) throws SQLException {
    if (this == SELECT) {
      database.requireUnmoved(connection, range);
    }
  }

  void save(Database database, Connection connection, OffsetRange range) throws SQLException {
    switch (this) {
      case NONE, SELECT -> database.saveOffsets(connection, range);
      case UPDATE_COUNT -> database.saveOffsetsIfUnmoved(connection, range);
    }
  }
}
