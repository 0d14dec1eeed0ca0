package io.offsetwise.bootstrap.sample.windows;

import static io.offsetwise.bootstrap.sample.windows.WindowedStream.BATCHES;
import static io.offsetwise.bootstrap.sample.windows.WindowedStream.RECORDS_OF_A_BATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.audit.AuditVerdict;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.laboratory.cell.Crash;
import io.offsetwise.bootstrap.laboratory.halt.Halt;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each guarantee means for a window whose offsets are those of its newest batch. */
class MessageWindowsIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();

  private static final int PARTITIONS = 2;

  @TempDir private static Path folder;

  /** The window reaches over the restart, and only the newest batches' ranges are saved. */
  @ParameterizedTest
  @CsvSource({
    "TRANSACTIONAL_EXACTLY_ONCE, OWN",
    "AT_MOST_ONCE, KAFKA",
    "AT_LEAST_ONCE, CHECKPOINT",
  })
  void eachBatchIsTheNewestOfOneWindow(DeliveryGuarantee guarantee, OffsetStorage storage)
      throws Exception {
    WindowedStream stream = stream("restarted-" + storage.key(), guarantee, storage);
    KAFKA.create(stream.topic(), PARTITIONS);
    append(stream, 95);
    stream.run();
    append(stream, 70);

    WindowsReport report = stream.run();

    assertThat(report.records()).isEqualTo(PARTITIONS * 70);
    assertThat(report.positions().values()).containsOnly(165L);
    AuditVerdict verdict = stream.audit();
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.stored()).isEqualTo(PARTITIONS * 165);
    for (int partition = 0; partition < PARTITIONS; partition++) {
      List<WindowCount> windows = stream.windowsOf(partition);
      assertThat(windows).hasSizeGreaterThanOrEqualTo(165 / RECORDS_OF_A_BATCH);
      assertThat(windows).isEqualTo(slidOver(windows));
      assertThat(report.windows().orElseThrow()).contains(windows.get(windows.size() - 1));
    }
  }

  @Tag("full")
  @ParameterizedTest
  @CsvSource({
    "AT_MOST_ONCE, between-commits, lost",
    "AT_LEAST_ONCE, between-commits, repeated",
    "TRANSACTIONAL_EXACTLY_ONCE, inside-transaction, nothing",
  })
  void aKillInMidSaveCostsWhatTheGuaranteeSays(
      DeliveryGuarantee guarantee, String crash, String found) throws Exception {
    WindowedStream stream = stream("killed-" + guarantee.key(), guarantee, OffsetStorage.OWN);
    KAFKA.create(stream.topic(), PARTITIONS);
    append(stream, 200);

    Program.Ended halted = stream.haltAt(Crash.named(crash).orElseThrow(), 110, folder);

    assertThat(halted.exitCode()).as(halted.err()).isEqualTo(Halt.EXIT_CODE);
    stream.run();
    AuditVerdict verdict = stream.audit();
    assertThat(verdict.kept()).as(verdict.findings().toString()).isTrue();
    assertThat(WindowedStream.found(verdict))
        .isEqualTo(
            found.equals("nothing")
                ? List.of()
                : List.of(found + " " + RECORDS_OF_A_BATCH, found + " " + RECORDS_OF_A_BATCH));
    // also under at-most-once: the lost batch has no window of its own, but later ones hold it
    assertThat(stream.windowsOf(0))
        .filteredOn(window -> window.batchFrom() > 100 && window.from() <= 100)
        .isNotEmpty()
        .allSatisfy(
            window -> assertThat(window.messages()).isEqualTo(window.until() - window.from()));
  }

  @Test
  void whatCannotBeKeptIsRefusedBeforeAnythingStarts() {
    WindowedStream stream =
        stream("refused", DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, OffsetStorage.OWN);

    for (WindowedStream impossible :
        List.of(
            stream.with("job.scope", "partition"),
            stream.with("job.guarantee", "idempotent-exactly-once"))) {
      assertThatExceptionOfType(StoppedException.class)
          .isThrownBy(() -> impossible.runner().requirePossible())
          .returns(StopReason.IMPOSSIBLE, StoppedException::reason);
    }
  }

  private static WindowedStream stream(
      String topic, DeliveryGuarantee guarantee, OffsetStorage storage) {
    return WindowedStream.of(topic, guarantee, storage, folder, KAFKA.server());
  }

  private static void append(WindowedStream stream, int records) throws Exception {
    for (int partition = 0; partition < PARTITIONS; partition++) {
      KAFKA.append(stream.topic(), partition, records);
    }
  }

  /** The same batches, one after the other from the beginning, and what their windows must be. */
  private static List<WindowCount> slidOver(List<WindowCount> windows) {
    return IntStream.range(0, windows.size()).mapToObj(i -> expected(windows, i)).toList();
  }

  private static WindowCount expected(List<WindowCount> windows, int index) {
    WindowCount window = windows.get(index);
    long batchFrom = index == 0 ? 0 : windows.get(index - 1).until();
    long from = windows.get(Math.max(0, index - BATCHES + 1)).batchFrom();
    long bytes =
        Stream.iterate(from, offset -> offset + 1)
            .limit(window.until() - from)
            .mapToLong(MessageWindowsIT::lengthOf)
            .sum();
    return new WindowCount(
        window.topic(),
        window.partition(),
        from,
        batchFrom,
        window.until(),
        window.until() - from,
        bytes);
  }

  /** Each of the two times that records were appended, they were numbered from 0. */
  private static long lengthOf(long offset) {
    return ("record " + (offset < 95 ? offset : offset - 95)).length();
  }
}
