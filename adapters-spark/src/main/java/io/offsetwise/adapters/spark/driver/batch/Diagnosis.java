package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.adapters.spark.executor.ConnectorFailure;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.session.SessionFailedException;
import io.offsetwise.application.source.TopicIdentity;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import java.util.List;
import java.util.Optional;

/**
 * Finds the reason of a failure that does not name one. A topic that was deleted, or created again,
 * and a broker that is gone show themselves in the connector by all kinds of exceptions,
 * "numRecords must not be negative" among them.
 */
public record Diagnosis(Saver<?> saver, List<OffsetRange> ranges) {

  public Diagnosis {
    ranges = List.copyOf(ranges);
  }

  /** Explains what fails before there is a batch, or outside any. */
  public static Diagnosis ofStart(Saver<?> saver, Positions positions) {
    return new Diagnosis(
        saver,
        positions.nextOffsets().entrySet().stream()
            .map(entry -> new OffsetRange(entry.getKey(), entry.getValue(), entry.getValue()))
            .toList());
  }

  /**
   * The failure itself, or what lies behind it with the failure as its cause: the topics are asked
   * first, because one that was created again can look like any failure to read.
   */
  public RuntimeException explain(Exception failure) {
    Optional<StoppedException> stop = StoppedException.within(failure);
    if (stop.isPresent()) {
      return isOfReading(stop.get()) ? recreated(failure).orElse(stop.get()) : stop.get();
    }
    return stopOfTopics(failure)
        .or(() -> ConnectorFailure.of("a batch", failure))
        .map(RuntimeException.class::cast)
        .orElseGet(() -> new SessionFailedException(failure));
  }

  private static boolean isOfReading(StoppedException stop) {
    return stop.reason() == StopReason.RECORDS_GONE
        || stop.reason() == StopReason.RECORDS_UNREADABLE;
  }

  private Optional<StoppedException> recreated(Exception failure) {
    return stopOfTopics(failure).filter(stop -> stop.reason() == StopReason.TOPIC_RECREATED);
  }

  private Optional<StoppedException> stopOfTopics(Exception failure) {
    try (TopicIdentity topics = saver.topics().open()) {
      saver.defences().topicGuard(saver.context(), topics).requireSameTopics(ranges);
      return Optional.empty();
    } catch (StoppedException stop) {
      return Optional.of(new StoppedException(stop.reason(), stop.getMessage(), failure));
    }
  }
}
