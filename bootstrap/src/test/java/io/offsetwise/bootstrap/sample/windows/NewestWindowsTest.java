package io.offsetwise.bootstrap.sample.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.result.JdbiStoredResults;
import io.offsetwise.adapters.storage.result.TableWriters;
import io.offsetwise.bootstrap.sample.SampleDatabase;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class NewestWindowsTest {

  private static final StreamName STREAM = new StreamName("windows");
  private static final StreamName NEIGHBOUR = new StreamName("neighbour");
  private static final TopicPartition A0 = new TopicPartition("a", 0);

  private static final TableWriters<WindowCount> WRITERS =
      new TableWriters<>(new WindowsJob().tables(), new WindowsJob().tables());

  @AutoClose private final SampleDatabase database = SampleDatabase.of(new WindowsJob());

  @Test
  void windowsComeInTheOrderOfTheLogWithTheirRepeats() {
    WindowCount early = window("a", 0, 0, 5, 9);
    WindowCount late = window("a", 0, 5, 9, 12);
    WindowCount neighbour = window("a", 10, 0, 0, 3);
    WindowCount single = window("a", 9, 2, 2, 3);
    write(STREAM, late, neighbour, early);
    write(STREAM, early, single);
    write(NEIGHBOUR, window("a", 0, 1, 1, 2));

    assertThat(ofStream(NewestWindowsTest::all))
        .containsExactly(early, early, late, single, neighbour);
    assertThat(ofStream(NewestWindowsTest::number)).isEqualTo(5);
  }

  @Test
  void theLargestWindowFits() {
    long last = Long.MAX_VALUE;
    WindowCount largest =
        new WindowCount("t".repeat(249), Integer.MAX_VALUE, last, last, last, last, last);
    write(STREAM, largest);

    assertThat(ofStream(NewestWindows::all)).containsExactly(largest);
  }

  @Test
  void theNewestIsTheOneThatWasStoredLast() {
    WindowCount last = window("a", 0, 0, 5, 9);
    WindowCount other = window("b", 0, 1, 1, 1);
    write(STREAM, window("a", 0, 5, 9, 12), other);
    write(STREAM, last);

    assertThat(ofStream(NewestWindows::all)).containsExactly(last, other);
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

  private <T> T ofStream(Function<NewestWindows, T> reading) {
    return database
        .connections()
        .inTransaction(handle -> reading.apply(new NewestWindows(handle, STREAM)));
  }

  private void write(StreamName stream, WindowCount... windows) {
    database
        .connections()
        .inTransaction(
            handle -> {
              WRITERS.in(handle, stream).write(List.of(windows).iterator());
              return stream;
            });
  }

  private static List<WindowCount> all(NewestWindows windows) {
    List<WindowCount> all = new ArrayList<>();
    new JdbiStoredResults(windows.handle(), windows.stream())
        .rows(WindowsJob.WINDOWS, WindowsJob.ORDER)
        .forEachRemaining(all::add);
    return all;
  }

  private static long number(NewestWindows windows) {
    return new JdbiStoredResults(windows.handle(), windows.stream()).count(WindowsJob.WINDOWS);
  }

  private static WindowCount window(
      String topic, int partition, long from, long batchFrom, long until) {
    return new WindowCount(topic, partition, from, batchFrom, until, until - from, 10);
  }
}
