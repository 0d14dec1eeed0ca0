package io.offsetwise.adapters.spark.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.spark.SparkException;
import org.apache.spark.TaskKilledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which the connector fails has a reason, however it arrives. */
class ConnectorFailureTest {

  private static final org.apache.kafka.common.TopicPartition A0 =
      new org.apache.kafka.common.TopicPartition("a", 0);
  private static final OffsetRange RANGE = new OffsetRange(new TopicPartition("a", 0), 10, 20);

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(
            new OffsetOutOfRangeException(Map.of(A0, 10L)), StopReason.RECORDS_GONE, "retention"),
        arguments(
            new NoOffsetForPartitionException(Set.of(A0)), StopReason.RECORDS_GONE, "retention"),
        arguments(
            new IllegalArgumentException("requirement failed: numRecords must not be negative"),
            StopReason.RECORDS_GONE,
            "cut"),
        arguments(
            new UnknownTopicIdException("no such id"), StopReason.TOPIC_RECREATED, "created again"),
        arguments(
            new UnknownTopicOrPartitionException("not here"), StopReason.UNAVAILABLE, "deleted"),
        arguments(new TimeoutException("no answer"), StopReason.UNAVAILABLE, "down or slow"),
        arguments(new DisconnectException("gone"), StopReason.UNAVAILABLE, "down or slow"),
        arguments(
            new RecordTooLargeException("larger than the fetch size"),
            StopReason.RECORDS_UNREADABLE,
            "max.partition.fetch.bytes"),
        arguments(new TopicAuthorizationException("a"), StopReason.UNAVAILABLE, "ACL"),
        arguments(GroupAuthorizationException.forGroupId("w"), StopReason.UNAVAILABLE, "ACL"),
        arguments(new SaslAuthenticationException("no"), StopReason.UNAVAILABLE, "password"),
        arguments(new SslAuthenticationException("no"), StopReason.UNAVAILABLE, "certificate"),
        arguments(new CorruptRecordException("crc"), StopReason.RECORDS_UNREADABLE, "damaged"),
        arguments(
            new KafkaException(
                "Received exception when fetching the next record from a-0. If needed, please seek"
                    + " past the record to continue consumption."),
            StopReason.RECORDS_UNREADABLE,
            "damaged"),
        arguments(new SerializationException("bytes"), StopReason.RECORDS_UNREADABLE, "damaged"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void hasItsReasonAsItIsThrown(RuntimeException thrown, StopReason reason, String remedy) {
    assertIs(thrown, reason, remedy);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void hasItsReasonBehindAnother(RuntimeException thrown, StopReason reason, String remedy) {
    assertIs(new SparkException("Job aborted", new IllegalStateException(thrown)), reason, remedy);
  }

  /** Spark hands on a stack trace when it cannot hand on the exception. */
  @ParameterizedTest
  @MethodSource("failures")
  void hasItsReasonAsText(RuntimeException thrown, StopReason reason, String remedy) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));

    assertIs(
        new SparkException("Job aborted due to stage failure: Lost task 0.0:\n" + trace),
        reason,
        remedy);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isThrownToTheJobWithItsReasonAndRange(
      RuntimeException thrown, StopReason reason, String remedy) {
    assertThatThrownBy(() -> new DeliveredRecords(RANGE, failing(thrown)).hasNext())
        .isInstanceOf(StoppedException.class)
        .hasMessageStartingWith("the records of " + RANGE + " could not be read")
        .hasMessageContaining(remedy)
        .extracting("reason")
        .isEqualTo(reason);
  }

  static Stream<RuntimeException> endings() {
    InterruptException interrupted = new InterruptException("stopped");
    Thread.interrupted(); // which its constructor has set
    return Stream.of(
        interrupted,
        new WakeupException(),
        new TaskKilledException("stage cancelled"),
        new IllegalStateException(new InterruptedException()),
        new IllegalStateException("of another kind"));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void anEndThatWasAskedForStaysWhatItIs(RuntimeException thrown) {
    assertThat(ConnectorFailure.of("a batch", thrown)).isEmpty();
    assertThatThrownBy(() -> new DeliveredRecords(RANGE, failing(thrown)).next()).isSameAs(thrown);
  }

  /** With its numbers, which the exception behind it does not have. */
  @Test
  void whatTheReaderSaysStays() {
    StoppedException said =
        StopReason.RECORDS_GONE.because(
            new OffsetOutOfRangeException(Map.of(A0, 10L)), "the log begins at 12 now");

    assertThatThrownBy(() -> new DeliveredRecords(RANGE, failing(said)).hasNext()).isSameAs(said);
    assertThatThrownBy(() -> new DeliveredRecords(RANGE, failing(said)).next()).isSameAs(said);
  }

  @Test
  void aReasonSurvivesTheWayToTheDriver() {
    StoppedException stop =
        ConnectorFailure.of("a batch", new OffsetOutOfRangeException(Map.of(A0, 10L)))
            .orElseThrow();

    Portable.require("the stop", stop);
  }

  @ParameterizedTest
  @EnumSource
  void noFaultAdvisesWhatIsRefused(ConnectorFault fault) {
    assertThat(fault.remedy()).doesNotContain("auto.offset.reset");
    assertThat(List.of(StopReason.EARLIER_FAILURE, StopReason.IMPOSSIBLE))
        .doesNotContain(fault.reason());
  }

  private static void assertIs(Throwable failure, StopReason reason, String remedy) {
    assertThat(ConnectorFailure.of("a batch", failure))
        .hasValueSatisfying(
            stop -> {
              assertThat(stop.reason()).isEqualTo(reason);
              assertThat(stop.getMessage())
                  .startsWith("a batch could not be read (")
                  .contains(remedy)
                  .doesNotContain("\n");
            });
  }

  private static RangeReader failing(RuntimeException thrown) {
    return new RangeReader() {
      @Override
      public boolean hasNext() {
        throw thrown;
      }

      @Override
      public SourceRecord next() {
        throw thrown;
      }

      @Override
      public long position() {
        return RANGE.from();
      }

      @Override
      public void close() {}
    };
  }
}
