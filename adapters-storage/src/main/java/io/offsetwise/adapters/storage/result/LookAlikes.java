package io.offsetwise.adapters.storage.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Texts that differ in their characters, and that a collation or a type may take for the same.
 *
 * @param texts as SQL has them, each with what it is in words
 */
record LookAlikes(List<Text> texts) {

  /** Those that every database can hold. */
  static final LookAlikes OF_ASCII =
      new LookAlikes(
          List.of(
              text("'a'"),
              text("'A'"),
              text("'a '"),
              text("' a'"),
              text("'a1'"),
              text("'a01'"),
              text("'ab'"),
              text("'a-b'"),
              text("'a b'")));

  /** Those that a database may refuse, whose texts are of one language alone. */
  static final LookAlikes OF_UNICODE =
      new LookAlikes(
          List.of(
              text("'a'"),
              new Text("U&'\\00e1'", "an a with an acute accent"),
              new Text("U&'a\\0301'", "an a and a combining acute accent"),
              new Text("U&'\\ff41'", "an a of full width"),
              new Text("U&'a\\200d'", "an a and a joiner without width"),
              text("'ss'"),
              new Text("U&'\\00df'", "a sharp s"),
              new Text("U&'\\3042'", "a hiragana a"),
              new Text("U&'\\30a2'", "a katakana a"),
              text("'1'"),
              new Text("U&'\\0661'", "an Arabic digit one")));

  LookAlikes {
    texts = List.copyOf(texts);
  }

  /**
   * One of them.
   *
   * @param sql a literal
   * @param words what it is
   */
  record Text(String sql, String words) {}

  private static Text text(String sql) {
    return new Text(sql, sql);
  }

  /**
   * Two texts that the database takes for the same in a column, in words; empty when it tells all
   * apart. The column's own type and collation decide, though no row is read or written.
   *
   * @param table in lower case
   * @param column of texts
   */
  Optional<String> merged(Handle handle, String table, String column) {
    String values =
        IntStream.range(0, texts.size())
            .mapToObj(number -> "UNION ALL SELECT " + number + ", " + texts.get(number).sql())
            .collect(Collectors.joining(" "));
    return handle
        .createQuery(
            """
            WITH probe (number, word) AS (SELECT 0, $COLUMN FROM $TABLE WHERE 1 = 0 $VALUES)
            SELECT one.number AS first_one, other.number AS second_one
            FROM probe one JOIN probe other ON one.number < other.number AND one.word = other.word
            ORDER BY one.number, other.number FETCH FIRST 1 ROW ONLY
            """
                .replace("$COLUMN", column)
                .replace("$TABLE", table)
                .replace("$VALUES", values))
        .map((row, context) -> pair(row.getInt("first_one"), row.getInt("second_one")))
        .findOne();
  }

  private String pair(int first, int second) {
    return texts.get(first).words() + " and " + texts.get(second).words();
  }
}
