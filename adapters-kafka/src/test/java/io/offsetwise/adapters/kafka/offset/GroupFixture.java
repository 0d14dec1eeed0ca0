package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.contract.OffsetsFixture;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeOffsetRegister;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.RegisteredOffsetStore;
import io.offsetwise.application.save.OffsetCommits;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Groups of a test's own on a running broker; streams keep no results here. */
final class GroupFixture implements OffsetsFixture {

  private static final Set<String> TOPICS = Set.of("a", "b", SharedBroker.LONGEST.topic());

  private final KafkaConnection connection;
  private final SaveScope scope;
  private final String prefix = UUID.randomUUID() + "-";
  private final FakeOffsetRegister register = new FakeOffsetRegister(new FakeDatabase());
  private final Set<KafkaGroup> groups = new HashSet<>();

  GroupFixture(KafkaConnection connection, SaveScope scope) {
    this.connection = connection;
    this.scope = scope;
  }

  synchronized KafkaGroup group(StreamName stream) {
    KafkaGroup group = new KafkaGroup(connection, prefix + stream);
    groups.add(group);
    return group;
  }

  KafkaPositionStore positions() {
    return new KafkaPositionStore(this::group, TOPICS);
  }

  @Override
  public OffsetStore offsets() {
    return new RegisteredOffsetStore(positions(), register);
  }

  @Override
  public StoreProvider<OffsetCommits> commits(StreamName stream) {
    return new KafkaOffsetProvider(group(stream), scope);
  }

  @Override
  public TopicPartition longestPartition() {
    return SharedBroker.LONGEST;
  }

  @Override
  public synchronized void close() {
    groups.stream()
        .flatMap(group -> Stream.concat(Stream.of(group.driverLock()), partitionLocks(group)))
        .forEach(GroupFixture::close);
  }

  private static Stream<GroupLock> partitionLocks(KafkaGroup group) {
    return TOPICS.stream()
        .flatMap(topic -> Stream.of(0, 1, 2).map(number -> new TopicPartition(topic, number)))
        .map(group::partitionLock);
  }

  private static void close(GroupLock lock) {
    try {
      PerJvm.close(lock);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
