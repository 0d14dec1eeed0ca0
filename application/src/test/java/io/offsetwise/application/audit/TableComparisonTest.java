package io.offsetwise.application.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.offsetwise.application.fake.FakeRecord;
import io.offsetwise.application.fake.FakeStoredResults;
import io.offsetwise.application.fake.UnrecordedCommits;
import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.save.RejectedRecordException;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.audit.OffsetTrail;
import io.offsetwise.domain.audit.PartitionFindings;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Tables of a job that makes a row of each word: none, one or several of a record. */
class TableComparisonTest {

  private static final TopicPartition PARTITION = new TopicPartition("lines", 0);
  private static final ResultTable<Word> WORDS =
      ResultTable.of(
          "word",
          Word.class,
          Column.text("word", 20),
          Column.bigint("number"),
          Column.TOPIC,
          Column.PARTITION,
          Column.OFFSET);
  private static final ResultTable<Total> TOTALS =
      ResultTable.of("total", Total.class, Column.text("word", 20), Column.bigint("number"))
          .totalling(WORDS, "number");

  private final List<String> log = new ArrayList<>();
  private final List<Word> stored = new ArrayList<>();

  @Test
  void asManyRowsAsARecordHasAreRight() {
    sent("a b", "", "c", "a a");
    stored(0, "b", "a");
    stored(2, "c");
    stored(3, "a", "a");

    assertThat(compared().findings()).isEmpty();
    assertThat(compared()).returns(4L, PartitionFindings::sent);
  }

  @Test
  void aRowThatIsMissingMakesTheRecordALostOne() {
    sent("a b", "c d");
    stored(0, "a");

    assertThat(compared().findings())
        .singleElement()
        .returns(FindingKind.LOST, Finding::kind)
        .returns(List.of(0L, 1L), Finding::offsets);
  }

  @Test
  void aRowTooManyMakesItARepeatedOne() {
    sent("a b");
    stored(0, "a", "b", "b");

    assertThat(compared().findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.REPEATED);
  }

  @Test
  void anotherRowOfTheSameNumberIsAnAlteredOne() {
    sent("a b", "c");
    stored(0, "a", "a");
    stored(1, "d");

    assertThat(compared().findings())
        .singleElement()
        .returns(FindingKind.ALTERED, Finding::kind)
        .returns(List.of(0L, 1L), Finding::offsets);
  }

  @Test
  void aRowOfARecordThatHasNoneIsUnknown() {
    sent("");
    stored(0, "a");

    assertThat(compared().findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.UNKNOWN);
  }

  @Test
  void aRejectedRecordIsADeadLetterWithoutARow() {
    sent("a", "poison", "poison");
    stored(0, "a");
    stored(2, "poison");

    PartitionFindings found =
        compared(
            new FakeStoredResults(stored, Map.of(PARTITION, List.of(1L)), List.of(), List.of()));

    assertThat(found.findings())
        .singleElement()
        .returns(FindingKind.ALTERED, Finding::kind)
        .returns(List.of(2L), Finding::offsets);
  }

  @Test
  void allWrongTotalsAreCountedAndTheFirstNamed() {
    List<WrongTotal> wrong =
        IntStream.range(0, 25).mapToObj(number -> new WrongTotal("w" + number, 1, 0)).toList();
    ResultComparison comparison =
        TableComparison.<Row>of(
            new ResultTables<>(WORDS, List.of(TOTALS)),
            TableComparisonTest::words,
            new FakeStoredResults(List.of(), Map.of(), wrong, List.of()));

    assertThat(comparison.others()).hasSize(11).last().returns(15L, Finding::count);
    assertThat(comparison.others().get(0).description())
        .isEqualTo("the total of w0 in total is 1 but its rows add up to 0");
  }

  @Test
  void whatAWindowHoldsOnlyItsJobKnows() {
    ResultTables<Row> windows = new ResultTables<>(WORDS.ofEachBatch(), List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                TableComparison.<Row>of(
                    windows, TableComparisonTest::words, FakeStoredResults.of(List.of())));
  }

  private void sent(String... lines) {
    log.addAll(List.of(lines));
  }

  private void stored(long offset, String... words) {
    List.of(words)
        .forEach(
            word ->
                stored.add(new Word(word, 1, PARTITION.topic(), PARTITION.partition(), offset)));
  }

  private PartitionFindings compared() {
    return compared(FakeStoredResults.of(stored));
  }

  private PartitionFindings compared(FakeStoredResults results) {
    AuditedPartition partition =
        new AuditedPartition(
            OffsetTrail.begunAt(PARTITION, 0).saved(new OffsetRange(PARTITION, 0, log.size())),
            OptionalLong.of(log.size()),
            Optional.of(new RetainedRange(0, log.size())));
    return TableComparison.<Row>of(
            new ResultTables<>(WORDS, List.of()), TableComparisonTest::words, results)
        .compare(
            partition,
            UnrecordedCommits.of(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE),
            (range, records) ->
                LongStream.range(range.from(), range.until())
                    .mapToObj(
                        offset ->
                            FakeRecord.withValue(
                                PARTITION.topic(),
                                PARTITION.partition(),
                                offset,
                                log.get((int) offset)))
                    .forEach(records));
  }

  private static void words(SourceRecord record, Consumer<? super Row> words) {
    String line = new String(record.value(), UTF_8);
    if (line.equals("poison")) {
      throw new RejectedRecordException(line);
    }
    for (String word : line.isEmpty() ? new String[0] : line.split(" ")) {
      words.accept(new Word(word, 1, record.topic(), record.partition(), record.offset()));
    }
  }

  private interface Row {}

  private record Word(String word, long number, String topic, int partition, long offset)
      implements Row {}

  private record Total(String word, long number) implements Row {}
}
