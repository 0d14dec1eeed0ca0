package io.offsetwise.adapters.spark.executor;

import io.offsetwise.application.stop.StopReason;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InconsistentTopicIdException;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The ways in which the connector can fail to plan ranges, and Kafka's consumer to deliver one. In
 * the order in which they are looked for: the first that fits is the reason.
 *
 * <p>A fault that comes again at each start must not have a reason that a supervisor restarts on.
 */
enum ConnectorFault {
  /** The log begins behind the position, or ends before it. */
  GONE(
      StopReason.RECORDS_GONE,
      List.of(InvalidOffsetException.class),
      List.of(
          "OffsetOutOfRangeException: ",
          "NoOffsetForPartitionException: ",
          "numRecords must not be negative"),
      "retention has probably deleted the records, or the log was cut; start again: the start says"
          + " how many are lost, and which start.accept goes on behind them"),
  /** Another topic of the same name. */
  RECREATED(
      StopReason.TOPIC_RECREATED,
      List.of(UnknownTopicIdException.class, InconsistentTopicIdException.class),
      List.of(),
      "the topic was probably deleted and created again; start again: the start says what that"
          + " means, and start.accept = [topic-recreated] begins anew"),
  /** The cluster does not let us read. */
  NOT_PERMITTED(
      StopReason.UNAVAILABLE,
      List.of(AuthorizationException.class, AuthenticationException.class),
      List.of("AuthorizationException: ", "AuthenticationException: "),
      "user, password or certificate is probably wrong, or an ACL is missing (Read on the topics);"
          + " correct the sasl.* and ssl.* properties, or have the ACL granted"),
  /** A record that does not fit. */
  TOO_LARGE(
      StopReason.RECORDS_UNREADABLE,
      List.of(RecordTooLargeException.class),
      List.of(),
      "a record is larger than the consumer takes; raise kafka.properties.max.partition.fetch.bytes"
          + " and fetch.max.bytes above it"),
  /** Bytes that are no record. */
  DAMAGED(
      StopReason.RECORDS_UNREADABLE,
      List.of(CorruptRecordException.class, SerializationException.class),
      List.of("Received exception when fetching the next record"),
      "the log is probably damaged on the broker's disk; restore the partition from a replica, or"
          + " move the position behind the damage with `offsets reset`"),
  /** No topic, for the moment at least. */
  ABSENT(
      StopReason.UNAVAILABLE,
      List.of(UnknownTopicOrPartitionException.class),
      List.of(),
      "the topic was probably deleted; create it, or correct kafka.topics"),
  /** Nothing came. */
  SILENCE(
      StopReason.UNAVAILABLE,
      List.of(TimeoutException.class, DisconnectException.class, NetworkException.class),
      List.of(),
      "the broker is probably down or slow: start it, or raise kafka.timeout, and start again");

  private final StopReason reason;
  private final List<Class<? extends Throwable>> types;
  private final List<String> words;
  private final String remedy;

  ConnectorFault(
      StopReason reason,
      List<Class<? extends Throwable>> types,
      List<String> words,
      String remedy) {
    this.reason = reason;
    this.types = types;
    this.words = words;
    this.remedy = remedy;
  }

  /** Why the stream stops. */
  StopReason reason() {
    return reason;
  }

  /** What it probably is and what to do, without a full stop. */
  String remedy() {
    return remedy;
  }

  /** The fault that shows itself in one exception; types tell more than words. */
  static Optional<ConnectorFault> in(Throwable thrown) {
    return first(fault -> fault.types.stream().anyMatch(type -> type.isInstance(thrown)))
        .or(() -> first(fault -> fault.saysSo(String.valueOf(thrown.getMessage()))));
  }

  private static Optional<ConnectorFault> first(Predicate<ConnectorFault> fits) {
    return Stream.of(values()).filter(fits).findFirst();
  }

  /** Spark may hand on nothing but the stack trace of a task, in which types are words too. */
  private boolean saysSo(String message) {
    return words.stream().anyMatch(message::contains)
        || types.stream().anyMatch(type -> message.contains(type.getName() + ": "));
  }
}
