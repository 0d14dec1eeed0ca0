package io.offsetwise.adapters.storage.save;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.ColumnLimits;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.application.save.DeadLetter;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

  private static final StreamName STREAM = new StreamName("letters");
  private static final int MEBIBYTE = 1 << 20;

  @AutoClose private final TestDatabase database = TestDatabase.create();

  @Test
  void aLetterIsKeptWhole() {
    byte[] value = new byte[2 * MEBIBYTE + 1];
    new Random(7).nextBytes(value);

    write(letters -> letters.add(new DeadLetter("t", 3, 9L, "no JSON", new byte[] {0, 1}, value)));

    assertThat(database.column(byte[].class, "SELECT record_value FROM dead_letter"))
        .containsExactly(value);
    assertThat(database.column(byte[].class, "SELECT record_key FROM dead_letter"))
        .containsExactly(new byte[] {0, 1});
    assertThat(
            database.column(
                String.class,
                "SELECT stream_name || topic_name || partition_number || record_offset || reason"
                    + " FROM dead_letter"))
        .containsExactly("letterst39no JSON");
  }

  @Test
  void aLetterMayHaveNeitherKeyNorValue() {
    write(letters -> letters.add(new DeadLetter("t", 0, 1L, "tombstone", null, null)));

    assertThat(
            database.number(
                "SELECT COUNT(*) FROM dead_letter WHERE record_key IS NULL AND record_value IS"
                    + " NULL"))
        .isEqualTo(1);
  }

  @Test
  void aLongReasonIsCut() {
    write(letters -> letters.add(new DeadLetter("t", 0, 1L, "x".repeat(5_000), null, null)));

    assertThat(database.column(String.class, "SELECT reason FROM dead_letter"))
        .containsExactly("x".repeat(1_000));
  }

  /** PostgreSQL refuses NUL, and no UTF-8 can say half of a pair: a cut one among them. */
  @Test
  void whatIsNoTextInAReasonIsReplaced() {
    String pairs = "\ud83d\udcb6".repeat(500);
    write(letters -> letters.add(new DeadLetter("t", 0, 1L, "a\0\udcb6b\ud83d", null, null)));
    write(letters -> letters.add(new DeadLetter("t", 0, 2L, pairs + "c", null, null)));
    write(letters -> letters.add(new DeadLetter("t", 0, 3L, "c" + pairs, null, null)));

    assertThat(
            database.column(String.class, "SELECT reason FROM dead_letter ORDER BY record_offset"))
        .containsExactly("a\uFFFD\uFFFDb\uFFFD", pairs, "c" + pairs.substring(0, 998) + "\uFFFD");
  }

  /** The limits as the database tells them: a narrower column would fail here. */
  @Test
  void everyTextFitsIntoItsColumn() {
    DeadLetter longest =
        new DeadLetter(
            "t".repeat(249), Integer.MAX_VALUE, Long.MAX_VALUE, "r".repeat(5_000), null, null);
    write(LetterKey.PLACE, letters -> letters.add(longest));

    assertThat(limit("topic_name")).isEqualTo(249);
    assertThat(limit("reason")).isEqualTo(longest("reason"));
    assertThat(limit("natural_key")).isGreaterThanOrEqualTo(longest("natural_key"));
    assertThat(limit("stream_name")).isEqualTo(200);
  }

  private long limit(String column) {
    return ColumnLimits.of(database, "dead_letter").get(column);
  }

  private long longest(String column) {
    return database.number("SELECT MAX(CHAR_LENGTH(" + column + ")) FROM dead_letter");
  }

  @Test
  void largeLettersAreSentBeforeTheBatchIsFull() {
    DeadLetter large = new DeadLetter("t", 0, 1L, "large", null, new byte[MEBIBYTE]);
    DeadLetter small = new DeadLetter("t", 0, 1L, "small", null, new byte[1]);

    List<Long> sent =
        database
            .connections()
            .inTransaction(
                handle -> {
                  try (DeadLetters letters = new DeadLetters(handle, STREAM, LetterKey.NONE)) {
                    letters.add(small);
                    long afterSmall = count(handle);
                    letters.add(large);
                    return List.of(afterSmall, count(handle));
                  }
                });

    assertThat(sent).containsExactly(0L, 2L);
  }

  @Test
  void withoutANaturalKeyALetterThatIsWrittenTwiceShowsTwice() {
    write(letters -> letters.add(at("t", 3, 9)));
    write(letters -> letters.add(at("t", 3, 9)));

    assertThat(database.number("SELECT COUNT(*) FROM dead_letter")).isEqualTo(2);
  }

  @Test
  void withItsPlaceAsItsKeyALetterThatIsWrittenTwiceShowsOnce() {
    write(LetterKey.PLACE, letters -> letters.add(at("t", 3, 9)));
    write(
        LetterKey.PLACE,
        letters -> {
          letters.add(at("t", 3, 9));
          letters.add(at("t", 3, 10));
          letters.add(at("t", 2, 9));
          letters.add(at("s", 3, 9));
        });

    assertThat(
            database.column(
                String.class,
                "SELECT topic_name || partition_number || '-' || record_offset FROM dead_letter"))
        .containsExactlyInAnyOrder("t3-9", "t3-10", "t2-9", "s3-9");
  }

  @Test
  void theLongestPlaceFits() {
    String longestTopic = "t".repeat(249);

    write(
        LetterKey.PLACE,
        letters -> letters.add(at(longestTopic, Integer.MAX_VALUE, Long.MAX_VALUE)));

    assertThat(database.column(String.class, "SELECT topic_name FROM dead_letter"))
        .containsExactly(longestTopic);
  }

  private static DeadLetter at(String topic, int partition, long offset) {
    return new DeadLetter(topic, partition, offset, "no payment", null, null);
  }

  private static long count(Handle handle) {
    return handle.createQuery("SELECT COUNT(*) FROM dead_letter").mapTo(Long.class).one();
  }

  @Test
  void thoseOfARunAreCountedHoweverManyThereWereBefore() {
    write(letters -> letters.add(new DeadLetter("t", 0, 1L, "tombstone", null, null)));

    NewDeadLetters fromNowOn = NewDeadLetters.fromNowOn(database.connections());
    assertThat(fromNowOn.of(STREAM)).isZero();

    write(
        letters -> {
          letters.add(new DeadLetter("t", 0, 2L, "tombstone", null, null));
          letters.add(new DeadLetter("t", 1, 1L, "tombstone", null, null));
        });
    assertThat(fromNowOn.of(STREAM)).isEqualTo(2);
    assertThat(fromNowOn.of(new StreamName("other"))).isZero();
  }

  private void write(Consumer<DeadLetters> work) {
    write(LetterKey.NONE, work);
  }

  private void write(LetterKey key, Consumer<DeadLetters> work) {
    database
        .connections()
        .inTransaction(
            handle -> {
              try (DeadLetters letters = new DeadLetters(handle, STREAM, key)) {
                work.accept(letters);
                letters.flush();
              }
              return STREAM;
            });
  }
}
