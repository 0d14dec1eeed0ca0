package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.source.OpenTransaction;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.PartitionInLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link SourceLog} must say of its topics. */
@Timeout(60)
public abstract class SourceLogContract {

  private LogFixture fixture;
  private SourceLog log;
  private String topic;
  private String other;

  /** Makes a log, or shares one: the contract asks for new topic names. */
  protected abstract LogFixture fixture();

  @BeforeEach
  final void openLog() {
    fixture = fixture();
    log = fixture.log();
    topic = fixture.newTopicName();
    other = fixture.newTopicName();
    fixture.create(topic, 3);
    fixture.create(other, 2);
  }

  @AfterEach
  final void closeLog() {
    try {
      log.close();
    } finally {
      fixture.close();
    }
  }

  @Test
  void partitionsAreThoseOfTheTopicsAskedFor() {
    assertThat(log.partitions(Set.of(topic))).containsExactlyInAnyOrder(at(0), at(1), at(2));
    assertThat(log.partitions(Set.of(topic, other)))
        .containsExactlyInAnyOrder(
            at(0), at(1), at(2), new TopicPartition(other, 0), new TopicPartition(other, 1));
  }

  @Test
  void anAddedPartitionIsSeen() {
    fixture.addPartition(topic);

    assertThat(log.partitions(Set.of(topic))).contains(at(3)).hasSize(4);
    assertThat(log.describe(Set.of(topic)).get(at(3)).retained())
        .isEqualTo(new RetainedRange(0, 0));
  }

  @Test
  void aDescriptionHoldsEachPartitionsRetainedRange() {
    fixture.append(at(0), 10);
    fixture.append(at(1), 20);
    fixture.deleteBefore(at(1), 5);

    Map<TopicPartition, PartitionInLog> described = log.describe(Set.of(topic, other));

    assertThat(described).hasSize(5);
    assertThat(described.get(at(0)).retained()).isEqualTo(new RetainedRange(0, 10));
    assertThat(described.get(at(1)).retained()).isEqualTo(new RetainedRange(5, 20));
    assertThat(described.get(at(2)).retained()).isEqualTo(new RetainedRange(0, 0));
  }

  @Test
  void aDescriptionAndTheIdentityAgreeOnTopicIds() {
    Map<TopicPartition, PartitionInLog> described = log.describe(Set.of(topic, other));

    assertThat(described.get(at(0)).topicId()).isEqualTo(log.idOf(topic));
    assertThat(described.get(at(2)).topicId()).isEqualTo(log.idOf(topic));
    assertThat(described.get(new TopicPartition(other, 0)).topicId())
        .isEqualTo(log.idOf(other))
        .isNotEqualTo(log.idOf(topic));
  }

  @Test
  void endsAreTheOffsetsOfTheNextRecords() {
    fixture.append(at(0), 10);
    fixture.append(at(1), 20);
    fixture.deleteBefore(at(1), 20);

    assertThat(log.endOf(Set.of(at(0), at(1), at(2))))
        .isEqualTo(Positions.of(Map.of(at(0), 10L, at(1), 20L, at(2), 0L)));
    assertThat(log.endOf(Set.of())).isEqualTo(Positions.NONE);
  }

  @Test
  void offsetsAtATimeLieBetweenTheFirstRecordAndTheEnd() {
    fixture.append(at(0), 10);
    fixture.append(at(1), 20);
    fixture.deleteBefore(at(1), 5);
    Set<TopicPartition> all = Set.of(at(0), at(1), at(2));

    assertThat(log.offsetsAt(all, Instant.EPOCH))
        .isEqualTo(Positions.of(Map.of(at(0), 0L, at(1), 5L, at(2), 0L)));
    assertThat(log.offsetsAt(all, Instant.parse("2100-01-01T00:00:00Z"))).isEqualTo(log.endOf(all));
  }

  @Test
  void anOpenTransactionHoldsUpWhatCanBeReadAndNotTheLogsEnd() {
    Set<TopicPartition> all = Set.of(at(0), at(1));
    fixture.append(at(0), 10);
    fixture.append(at(1), 20);

    fixture.begin(at(0), 5);
    fixture.append(at(0), 3);

    assertThat(log.endOf(all)).isEqualTo(Positions.of(Map.of(at(0), 10L, at(1), 20L)));
    assertThat(log.logEndOf(all)).isEqualTo(Positions.of(Map.of(at(0), 18L, at(1), 20L)));
    assertThat(log.offsetsAt(all, Instant.parse("2100-01-01T00:00:00Z"))).isEqualTo(log.endOf(all));
    Map<TopicPartition, PartitionInLog> described = log.describe(Set.of(topic));
    assertThat(described.get(at(0)).retained()).isEqualTo(new RetainedRange(0, 18));
    assertThat(described.get(at(0)).readable()).isEqualTo(new RetainedRange(0, 10));
    assertThat(described.get(at(1)).lastStable()).hasValue(20);
  }

  @Test
  void theTransactionThatHoldsUpAPartitionIsTold() {
    Set<TopicPartition> all = Set.of(at(0), at(1), at(2));
    fixture.append(at(0), 10);
    assertThat(log.openTransactions(all)).isEmpty();

    fixture.begin(at(0), 5);

    Map<TopicPartition, OpenTransaction> open = log.openTransactions(all);
    assertThat(open).containsOnlyKeys(at(0));
    assertThat(open.get(at(0)).partition()).isEqualTo(at(0));
    assertThat(open.get(at(0)).startOffset()).isEqualTo(10);
    assertThat(open.get(at(0)).producerId()).isNotNegative();
    assertThat(log.openTransactions(Set.of(at(1)))).isEmpty();

    fixture.commit(at(0));

    assertThat(log.openTransactions(all)).isEmpty();
    assertThat(log.endOf(Set.of(at(0)))).isEqualTo(Positions.of(Map.of(at(0), 16L)));
  }

  @Test
  void aTopicKeepsItsIdWhileItGrows() {
    TopicId id = log.idOf(topic);

    fixture.append(at(0), 10);
    fixture.addPartition(topic);

    assertThat(log.idOf(topic)).isEqualTo(id);
  }

  @Test
  void aRecreatedTopicHasAnotherIdAtOnce() {
    TopicId before = log.idOf(topic);

    fixture.delete(topic);
    fixture.create(topic, 3);

    assertThat(log.idOf(topic)).isNotEqualTo(before);
    assertThat(log.describe(Set.of(topic)).get(at(0)).topicId()).isNotEqualTo(before);
  }

  @Test
  void positionsThatTheLogStillLeadsToDoNotDiverge() {
    fixture.append(at(0), 10);
    fixture.append(at(1), 20);
    TopicId id = log.idOf(topic);
    Epoch claim = new Epoch(1);

    assertThat(
            log.divergent(
                List.of(
                    new StoredPosition(at(0), 10, id, claim, new LeaderEpoch.Known(0)),
                    new StoredPosition(at(1), 7, id, claim, new LeaderEpoch.Known(0)),
                    new StoredPosition(at(2), 0, id, claim))))
        .isEmpty();
    assertThat(log.divergent(List.of())).isEmpty();
  }

  @Test
  void aPositionDivergesBehindTheEndOfItsLeaderEpoch() {
    fixture.append(at(0), 10);
    fixture.append(at(1), 10);
    TopicId id = log.idOf(topic);
    Epoch claim = new Epoch(1);

    assertThat(
            log.divergent(
                List.of(
                    new StoredPosition(at(0), 11, id, claim, new LeaderEpoch.Known(0)),
                    new StoredPosition(at(1), 10, id, claim, new LeaderEpoch.Known(0)),
                    new StoredPosition(at(2), 5, id, claim, new LeaderEpoch.Known(99)))))
        .isEqualTo(Map.of(at(0), OptionalLong.of(10), at(2), OptionalLong.empty()));
  }

  @Test
  void aTopicThatIsNotThereIsNamed() {
    String missing = fixture.newTopicName();

    requireUnavailable(() -> log.idOf(missing), missing);
    requireUnavailable(() -> log.partitions(Set.of(topic, missing)), missing);
    requireUnavailable(() -> log.describe(Set.of(topic, missing)), missing);
    requireUnavailable(() -> log.endOf(Set.of(new TopicPartition(missing, 0))), missing);
  }

  @Test
  void ofSomeTopicsThoseThatAreThereAreToldAndOneThatIsGoneIsNot() {
    String missing = fixture.newTopicName();

    assertThat(log.present(Set.of(topic, other, missing))).containsExactlyInAnyOrder(topic, other);
    assertThat(log.present(Set.of(missing))).isEmpty();
    assertThat(log.present(Set.of())).isEmpty();

    fixture.delete(other);

    assertThat(log.present(Set.of(topic, other))).containsExactly(topic);
  }

  @Test
  void aDeletedTopicIsNamed() {
    log.idOf(topic);

    fixture.delete(topic);

    requireUnavailable(() -> log.idOf(topic), topic);
  }

  @Test
  void aBrokerThatDoesNotAnswerIsReportedInTime() {
    try (SourceLog unreachable = fixture.unreachableLog()) {
      requireUnavailable(() -> unreachable.partitions(Set.of(topic)), "");
      requireUnavailable(() -> unreachable.present(Set.of(topic)), "");
      requireUnavailable(() -> unreachable.idOf(topic), "");
    }
  }

  private TopicPartition at(int partition) {
    return new TopicPartition(topic, partition);
  }

  private static void requireUnavailable(ThrowingCallable call, String named) {
    assertThatThrownBy(call)
        .isInstanceOf(StoppedException.class)
        .hasMessageContaining(named)
        .extracting("reason")
        .isEqualTo(StopReason.UNAVAILABLE);
  }
}
