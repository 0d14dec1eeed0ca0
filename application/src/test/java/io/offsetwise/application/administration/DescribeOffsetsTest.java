package io.offsetwise.application.administration;

import static io.offsetwise.application.administration.AdministeredStream.A0;
import static io.offsetwise.application.administration.AdministeredStream.A1;
import static io.offsetwise.application.administration.AdministeredStream.A2;
import static io.offsetwise.application.administration.AdministeredStream.NAME;
import static io.offsetwise.application.administration.AdministeredStream.SAVED_AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.session.LivingDriver;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescribeOffsetsTest {

  private final AdministeredStream stream = new AdministeredStream();

  @Test
  void everyStorageWithPositionsIsDescribedAndTheOneInUseKnowsAddedPartitions() {
    stream.begun(stream.own, Map.of(A0, 50L, A1, 100L)).begun(stream.other, Map.of(A0, 40L));

    StreamDescription described = stream.describe().describe();

    assertThat(described.storages())
        .extracting(DescribedStorage::storage)
        .containsExactly(OffsetStorage.OWN, OffsetStorage.KAFKA);
    assertThat(described.storages().get(0).partitions())
        .extracting(DescribedPartition::partition)
        .containsExactly(A0, A1, A2);
    DescribedPartition first = described.storages().get(0).partitions().get(0);
    assertThat(first.lag()).hasValue(50);
    assertThat(first.retained()).contains(new RetainedRange(20, 100));
    assertThat(first.lastSaved()).contains(SAVED_AT);
    DescribedPartition added = described.storages().get(0).partitions().get(2);
    assertThat(added.position()).isEmpty();
    assertThat(added.lag()).isEmpty();
    assertThat(described.storages().get(1).partitions()).hasSize(1);
    assertThat(described.drivers()).isEmpty();
    assertThat(stream.own.owner(NAME)).as("nothing is claimed").contains(new Epoch(1));
  }

  @Test
  void aGroupThatTheJobDoesNotUseMayBeOutOfSight() {
    stream.begun(stream.own, Map.of(A0, 50L));
    stream.hideTheGroup();

    StreamDescription described = stream.describe().describe();

    assertThat(described.storages())
        .extracting(DescribedStorage::storage)
        .containsExactly(OffsetStorage.OWN);
    assertThat(described.unseen())
        .containsExactly(
            new Unseen("positions in the storage kafka", "lacks the ACL DESCRIBE on group"));
    assertThatThrownBy(() -> stream.describe(OffsetStorage.KAFKA).describe())
        .hasMessage("lacks the ACL DESCRIBE on group");
  }

  @Test
  void whereNothingIsStoredWhatIsOutOfSightIsSaidToo() {
    stream.hideTheGroup();

    assertThatThrownBy(() -> stream.describe().describe())
        .hasMessageContaining("no position is stored for stream stream")
        .hasMessageContaining(
            "; not seen: positions in the storage kafka (lacks the ACL DESCRIBE on group)");
  }

  @Test
  void aTransactionThatIsOpenIsShownAndCountsIntoTheLag() {
    stream.begun(stream.own, Map.of(A0, 50L, A1, 100L));
    stream.log.begin(A0, 5);

    List<DescribedPartition> described =
        stream.describe().describe().storages().get(0).partitions();

    assertThat(described.get(0).lastStable()).hasValue(100);
    assertThat(described.get(0).lag()).as("as Kafka's tool counts it").hasValue(55);
    assertThat(described.get(0).open())
        .hasValueSatisfying(open -> assertThat(open.startOffset()).isEqualTo(100));
    assertThat(described.get(1).open()).isEmpty();
  }

  @Test
  void rowsThatTwoStoragesShareAreShownOnceAsThoseOfTheOneInUse() {
    stream.begun(stream.own, Map.of(A0, 50L)).begun(stream.other, Map.of(A0, 40L));

    StreamDescription described = stream.describe(OffsetStorage.KAFKA_ASYNC).describe();

    assertThat(described.storages())
        .extracting(DescribedStorage::storage)
        .containsExactly(OffsetStorage.OWN, OffsetStorage.KAFKA_ASYNC);
    assertThat(described.storages().get(1).partitions())
        .extracting(DescribedPartition::partition)
        .as("added partitions as well")
        .containsExactly(A0, A1, A2);
  }

  @Test
  void aStorageWithoutPositionsIsLeftOut() {
    stream.begun(stream.other, Map.of(A0, 40L));

    assertThat(stream.describe().describe().storages())
        .extracting(DescribedStorage::storage)
        .containsExactly(OffsetStorage.KAFKA);
  }

  @Test
  void whoDrivesItIsSeen() {
    stream.begun(stream.own, Map.of(A0, 50L));
    stream.driven();

    assertThat(stream.describe().describe().drivers())
        .extracting(LivingDriver::host)
        .containsExactly("machine-7");
  }

  @Test
  void aTopicThatIsGoneHidesNothing() {
    TopicPartition gone = new TopicPartition("gone", 0);
    stream.log.create("gone", 1);
    stream.begun(stream.own, Map.of(A0, 50L, gone, 7L));
    stream.log.delete("gone");

    DescribedPartition described =
        stream.describe().describe().storages().get(0).partitions().get(3);

    assertThat(described.partition()).isEqualTo(gone);
    assertThat(described.inLog()).isEmpty();
    assertThat(described.lag()).isEmpty();
  }

  @Test
  void aTopicThatTheJobReadsMustBeThereAndABrokerThatDoesNotAnswerIsNoTopicThatIsGone() {
    TopicPartition former = new TopicPartition("former", 0);
    stream.log.create("former", 1);
    stream.begun(stream.own, Map.of(A0, 50L, former, 7L));

    stream.log.delete("a");
    assertThatThrownBy(stream.describe()::describe).hasMessage("topic a is not there");

    stream.log.disconnect();
    assertThatThrownBy(stream.describe()::describe).hasMessage("the fake broker does not answer");
  }

  @Test
  void ofATopicThatWasCreatedAgainThereIsNoLag() {
    stream.begun(stream.own, Map.of(A0, 50L));
    stream.log.recreate("a", 3);

    DescribedPartition described =
        stream.describe().describe().storages().get(0).partitions().get(0);

    assertThat(described.retained()).isEmpty();
    assertThat(described.lag()).isEmpty();
  }

  @Test
  void aStreamWithoutPositionsIsOneSentence() {
    assertThatThrownBy(stream.describe()::describe)
        .isInstanceOf(StoppedException.class)
        .hasMessageStartingWith("no position is stored for stream stream in any of [own, kafka]: ");
  }
}
