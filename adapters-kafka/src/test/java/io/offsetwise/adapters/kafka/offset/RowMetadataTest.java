package io.offsetwise.adapters.kafka.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.text.Text;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside an offset: written, read again, of others, and of another version. */
class RowMetadataTest {

  private static final TopicPartition ROW = new TopicPartition("payments", 3);
  private static final TopicId TOPIC_ID = new TopicId("JFtUGVm4QEGsvGCOwMbLIA");
  private static final String TEXT =
      "offsetwise/2 epoch=7 claim=4000/6 topic-id=JFtUGVm4QEGsvGCOwMbLIA at=1764100000123"
          + " stream=wal let";
  private static final RowMetadata METADATA =
      new RowMetadata(
          new Epoch(7),
          new ClaimToken(4000, 6),
          TOPIC_ID,
          Instant.ofEpochMilli(1764100000123L),
          Optional.of(new StreamName("wal let")));
  private static final String FORMER_TEXT =
      TEXT.replace("/2 ", "/1 ").replace(" stream=wal let", "");

  /** Rows that are stored are in this form: it must not change without another number. */
  @Test
  void theFormIsTheOneThatIsStored() {
    assertThat(METADATA.text()).isEqualTo(TEXT);
    assertThat(RowMetadata.parse(TEXT, ROW)).contains(METADATA);
  }

  /** Rows of older versions stay where they are until the next claim. */
  @Test
  void theFormerFormIsReadAndWrittenAgain() {
    RowMetadata former = RowMetadata.parse(FORMER_TEXT, ROW).orElseThrow();

    assertThat(former)
        .isEqualTo(
            new RowMetadata(
                METADATA.epoch(),
                METADATA.claim(),
                TOPIC_ID,
                METADATA.savedAt(),
                Optional.empty()));
    assertThat(former.text()).isEqualTo(FORMER_TEXT);
  }

  static Stream<RowMetadata> extremes() {
    return Stream.of(
        new RowMetadata(
            new Epoch(1),
            new ClaimToken(0, 0),
            TOPIC_ID,
            Instant.EPOCH,
            Optional.of(new StreamName("s".repeat(200)))),
        new RowMetadata(
            new Epoch(999_999_999_999_999_999L),
            new ClaimToken(999_999_999_999_999_999L, Short.MAX_VALUE),
            new TopicId(new Uuid(-1, -1).toString()),
            Instant.parse("9999-12-31T23:59:59.999Z"),
            Optional.of(new StreamName("a stream=b\nc"))),
        new RowMetadata(
            new Epoch(2),
            new ClaimToken(1, 1),
            new TopicId(new Uuid(-1L << 6, 62).toString()),
            Instant.ofEpochMilli(1),
            Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("extremes")
  void whatIsWrittenIsReadAgain(RowMetadata metadata) {
    assertThat(RowMetadata.parse(metadata.text(), ROW)).contains(metadata);
  }

  @Test
  void theTimeIsKeptInMilliseconds() {
    RowMetadata fine =
        new RowMetadata(
            METADATA.epoch(),
            METADATA.claim(),
            TOPIC_ID,
            METADATA.savedAt().plusNanos(999_999),
            METADATA.stream());

    assertThat(RowMetadata.parse(fine.text(), ROW)).contains(METADATA);
  }

  /** Kafka's own tools write nothing, other programs what they like. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "offsetwise",
        "Offsetwise/1 epoch=7",
        "{\"epoch\": 7}",
        " " + TEXT,
        "mirror of positions that are kept elsewhere",
        "offsetwise-mirror/1 stream=wallet"
      })
  void whatOthersHaveWrittenIsNotOurs(String text) {
    assertThat(RowMetadata.parse(text, ROW)).isEmpty();
    assertThat(GroupRow.of(ROW, new OffsetAndMetadata(50, text)).position()).isEmpty();
  }

  static Stream<String> notUnderstood() {
    return Stream.of(
        "offsetwise/",
        "offsetwise/1",
        TEXT.replace("/2 ", "/1 "),
        TEXT.replace("/2 ", "/3 "),
        TEXT.replace("/2 ", "/22 "),
        TEXT.replace(" stream=wal let", ""),
        TEXT.replace("wal let", ""),
        FORMER_TEXT + " more=1",
        FORMER_TEXT + "\n",
        TEXT.replace("epoch=7", "epoch=0"),
        TEXT.replace("epoch=7", "epoch=-7"),
        TEXT.replace("epoch=7", "epoch=9999999999999999999"),
        TEXT.replace("claim=4000/6", "claim=4000"),
        TEXT.replace("claim=4000/6", "claim=-1/6"),
        TEXT.replace("topic-id=JFtUGVm4QEGsvGCOwMbLIA", "topic-id="),
        TEXT.replace("at=1764100000123", "at=now"),
        TEXT.substring(0, TEXT.indexOf(" at=")));
  }

  @ParameterizedTest
  @MethodSource("notUnderstood")
  void whatAnotherVersionHasWrittenStopsTheStream(String text) {
    assertThatThrownBy(() -> RowMetadata.parse(text, ROW))
        .isInstanceOf(StoppedException.class)
        .hasMessageContaining(
            "the offset of payments-3 has the metadata '" + Text.escaped(text) + "'")
        .hasMessageContaining("run that release, or reset the offset by Kafka's own tool")
        .extracting(failure -> ((StoppedException) failure).reason())
        .isEqualTo(StopReason.SCHEMA_VERSION);
  }
}
