package io.offsetwise.adapters.storage.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.ColumnLimits;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.application.windows.WindowCount;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class JdbiStoredWindowsTest {

  private static final StreamName STREAM = new StreamName("windows");
  private static final StreamName NEIGHBOUR = new StreamName("neighbour");
  private static final TopicPartition A0 = new TopicPartition("a", 0);

  @AutoClose private final TestDatabase database = TestDatabase.inMemory();

  @Test
  void windowsComeInTheOrderOfTheLogWithTheirRepeats() {
    WindowCount early = window("a", 0, 0, 5, 9);
    WindowCount late = window("a", 0, 5, 9, 12);
    WindowCount neighbour = window("a", 10, 0, 0, 3);
    WindowCount single = window("a", 9, 2, 2, 3);
    write(STREAM, late, neighbour, early);
    write(STREAM, early, single);
    write(NEIGHBOUR, window("a", 0, 1, 1, 2));

    assertThat(ofStream(JdbiStoredWindowsTest::all))
        .containsExactly(early, early, late, single, neighbour);
    assertThat(ofStream(JdbiStoredWindows::number)).isEqualTo(5);
  }

  @Test
  void theLargestWindowFits() {
    long last = Long.MAX_VALUE;
    WindowCount largest =
        new WindowCount("t".repeat(249), Integer.MAX_VALUE, last, last, last, last, last);
    write(STREAM, largest);

    assertThat(ofStream(JdbiStoredWindows::newest)).containsExactly(largest);
    assertThat(ColumnLimits.of(database, "window_count"))
        .isEqualTo(
            Map.of(
                "window_id", 64L,
                "stream_name", 200L,
                "topic_name", 249L,
                "partition_number", 32L,
                "window_from", 64L,
                "batch_from", 64L,
                "until_offset", 64L,
                "messages", 64L,
                "bytes", 64L));
  }

  @Test
  void theNewestIsTheOneThatWasStoredLast() {
    WindowCount last = window("a", 0, 0, 5, 9);
    WindowCount other = window("b", 0, 1, 1, 1);
    write(STREAM, window("a", 0, 5, 9, 12), other);
    write(STREAM, last);

    assertThat(ofStream(JdbiStoredWindows::newest)).containsExactly(last, other);
  }

  @Test
  void aRestartFindsWhereTheBatchesBeforeItBegan() {
    write(STREAM, window("a", 0, 0, 0, 4));
    write(STREAM, window("a", 0, 0, 4, 4), window("a", 1, 0, 0, 4));
    write(STREAM, window("a", 0, 0, 4, 9));
    write(STREAM, window("a", 0, 4, 9, 12));
    write(NEIGHBOUR, window("a", 0, 0, 2, 9));

    assertThat(startsBefore(12, 10)).containsExactly(0L, 4L, 4L, 9L);
    assertThat(startsBefore(12, 2)).containsExactly(4L, 9L);
    assertThat(startsBefore(12, 0)).isEmpty();
    // the last one was saved without its offsets, and comes again
    assertThat(startsBefore(9, 2)).containsExactly(4L, 4L);
    assertThat(startsBefore(0, 2)).isEmpty();
  }

  private List<Long> startsBefore(long offset, int most) {
    return ofStream(windows -> windows.startsBefore(A0, offset, most));
  }

  private <T> T ofStream(Function<JdbiStoredWindows, T> reading) {
    return database
        .connections()
        .inTransaction(handle -> reading.apply(new JdbiStoredWindows(handle, STREAM)));
  }

  private void write(StreamName stream, WindowCount... windows) {
    database
        .connections()
        .inTransaction(
            handle -> {
              new WindowCountWriters().in(handle, stream).write(List.of(windows).iterator());
              return stream;
            });
  }

  private static List<WindowCount> all(JdbiStoredWindows windows) {
    List<WindowCount> all = new ArrayList<>();
    windows.inOrder().forEachRemaining(all::add);
    return all;
  }

  private static WindowCount window(
      String topic, int partition, long from, long batchFrom, long until) {
    return new WindowCount(topic, partition, from, batchFrom, until, until - from, 10);
  }
}
