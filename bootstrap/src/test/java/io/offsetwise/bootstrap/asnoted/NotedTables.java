package io.offsetwise.bootstrap.asnoted;

import io.offsetwise.bootstrap.asnoted.program.Database;
import io.offsetwise.bootstrap.asnoted.program.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of all programs, seen from outside.
 *
 * @param database as the program reaches it
 */
record NotedTables(Database database) {

  void create() throws SQLException {
    String place = "(program VARCHAR, topic VARCHAR, partition_number INT, record_offset BIGINT";
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE noted_offset (program VARCHAR, topic VARCHAR, partition_number INT,"
              + " next_offset BIGINT, PRIMARY KEY (program, topic, partition_number))");
      statement.execute("CREATE TABLE noted_result " + place + ")");
      statement.execute(
          "CREATE TABLE noted_keyed_result "
              + place
              + ", PRIMARY KEY (program, topic, partition_number, record_offset))");
    }
  }

  /** Puts every partition at its beginning, as one does before the first start. */
  void putOffsets(List<NotedServices.Partitions> topics) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO noted_offset VALUES (?, ?, ?, 0)")) {
      for (NotedServices.Partitions topic : topics) {
        for (int partition = 0; partition < topic.count(); partition++) {
          insert.setString(1, database.program());
          insert.setString(2, topic.topic());
          insert.setInt(3, partition);
          insert.execute();
        }
      }
    }
  }

  /** The places of all rows of the program, repeats included. */
  List<Place> stored() throws SQLException {
    String query = "SELECT topic, partition_number, record_offset FROM %s WHERE program = ?";
    try (Connection connection = database.connect();
        PreparedStatement select =
            connection.prepareStatement(
                query.formatted("noted_result")
                    + " UNION ALL "
                    + query.formatted("noted_keyed_result"))) {
      select.setString(1, database.program());
      select.setString(2, database.program());
      List<Place> places = new ArrayList<>();
      ResultSet rows = select.executeQuery();
      while (rows.next()) {
        places.add(new Place(rows.getString(1), rows.getInt(2), rows.getLong(3)));
      }
      return places;
    }
  }
}
