package io.offsetwise.application.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.offsetwise.application.fake.FakeRangeReader;
import io.offsetwise.application.fake.FakeRecord;
import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConformingRecordsTest {

  private static final OffsetRange RANGE =
      new OffsetRange(new TopicPartition("payments", 1), 10, 14);
  private static final long SEED = 7;

  @Test
  void passesTheRecordsOfItsRange() {
    assertThat(offsetsOf(conforming(10, 11, 12, 13))).containsExactly(10L, 11L, 12L, 13L);
  }

  @Test
  void passesARangeWithHoles() {
    RangeRecords records = conforming(11, 13);

    assertThat(offsetsOf(records)).containsExactly(11L, 13L);
    assertThat(records.count()).isEqualTo(2);
    assertThatCode(records::requireExhausted).doesNotThrowAnyException();
  }

  @Test
  void passesARangeWithoutAnyRecord() {
    RangeRecords records = conforming();

    assertThat(records.hasNext()).isFalse();
    assertThat(records.count()).isZero();
    assertThatCode(records::requireExhausted).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0} after {1}")
  @MethodSource("strangers")
  void stopsAtARecordThatDoesNotBelong(
      SourceRecord stranger, List<SourceRecord> before, String message) {
    List<SourceRecord> delivered = new ArrayList<>(before);
    delivered.add(stranger);
    RangeRecords records = new ConformingRecords(RANGE, reader(delivered.stream()));
    before.forEach(expected -> assertThat(records.next()).isSameAs(expected));

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(records::next)
        .withMessage(
            message
                + " was due: ranges were probably indexed after a shuffle, or two read by one"
                + " consumer")
        .extracting(StoppedException::reason)
        .isEqualTo(StopReason.RECORD_OUT_OF_RANGE);
    assertThat(records.count()).isEqualTo(before.size());
  }

  private static Stream<Arguments> strangers() {
    String due = " was delivered where an offset of payments-1 [10, 14) from ";
    return Stream.of(
        stranger(at(9), List.of(), "record payments-1 offset 9" + due + 10),
        stranger(at(14), List.of(at(13)), "record payments-1 offset 14" + due + 14),
        stranger(at(11), List.of(at(10), at(11)), "record payments-1 offset 11" + due + 12),
        stranger(at(10), List.of(at(12)), "record payments-1 offset 10" + due + 13),
        stranger(
            FakeRecord.at("payments", 2, 10), List.of(), "record payments-2 offset 10" + due + 10),
        stranger(
            FakeRecord.at("refunds", 1, 10), List.of(), "record refunds-1 offset 10" + due + 10));
  }

  private static Arguments stranger(
      SourceRecord stranger, List<SourceRecord> before, String message) {
    return Arguments.arguments(stranger, before, message);
  }

  @Test
  void stopsWhenRecordsAreLeftUnread() {
    RangeRecords records = conforming(10, 11, 12);
    records.next();

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(records::requireExhausted)
        .withMessage(
            "only 1 records of payments-1 [10, 14) were read before its results were saved: the"
                + " job's code has probably swallowed an error or stopped reading early; read the"
                + " iterator to its end")
        .extracting(StoppedException::reason)
        .isEqualTo(StopReason.RECORDS_UNREAD);
  }

  @Test
  void stopsWhenTheReaderEndsBeforeTheRange() {
    OffsetRange shorter = new OffsetRange(RANGE.topicPartition(), RANGE.from(), 13);
    RangeRecords records =
        new ConformingRecords(
            RANGE, new FakeRangeReader(shorter, Stream.of(at(10), at(11)).iterator()));

    assertThat(offsetsOf(records)).containsExactly(10L, 11L);
    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(records::requireExhausted)
        .withMessageContaining("ended at offset 13, which is no end of it")
        .extracting(StoppedException::reason)
        .isEqualTo(StopReason.RECORDS_UNREAD);
  }

  @Test
  void hasNoRecordAfterTheLast() {
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> conforming().next());
  }

  @Test
  void everySubsetInOrderPassesAndEveryOtherOrderDoesNot() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 300; round++) {
      long[] subset = LongStream.range(10, 14).filter(offset -> random.nextBoolean()).toArray();
      assertThat(offsetsOf(conforming(subset))).hasSize(subset.length);

      if (subset.length > 1) {
        int swapped = random.nextInt(subset.length - 1);
        long earlier = subset[swapped];
        subset[swapped] = subset[swapped + 1];
        subset[swapped + 1] = earlier;
        assertThatExceptionOfType(StoppedException.class)
            .isThrownBy(() -> offsetsOf(conforming(subset)));
      }
    }
  }

  private static RangeRecords conforming(long... offsets) {
    return new ConformingRecords(
        RANGE, reader(LongStream.of(offsets).mapToObj(ConformingRecordsTest::at)));
  }

  private static RangeReader reader(Stream<SourceRecord> records) {
    return new FakeRangeReader(RANGE, records.iterator());
  }

  private static SourceRecord at(long offset) {
    return FakeRecord.at("payments", 1, offset);
  }

  private static List<Long> offsetsOf(RangeRecords records) {
    List<Long> offsets = new ArrayList<>();
    records.forEachRemaining(record -> offsets.add(record.offset()));
    return offsets;
  }
}
