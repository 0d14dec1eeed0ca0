package io.offsetwise.adapters.spark.driver;

import io.offsetwise.application.fake.FakeClaimRegister;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeDatabaseName;
import io.offsetwise.application.fake.FakeLog;
import io.offsetwise.application.fake.FakeLogName;
import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeSaving;
import io.offsetwise.application.fake.FakeStoreProvider;
import io.offsetwise.application.resume.StartStream;
import io.offsetwise.application.resume.StreamDefinition;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.save.StandardDefences;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartRules;
import io.offsetwise.domain.start.StartingPoint;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A stream that is claimed in a database in memory and stands where its first batch begins. Batches
 * must name the partitions of a topic without a hole.
 */
public final class ClaimedStream {

  private static final StreamName NAME = new StreamName("stream");

  private final FakeDatabaseName database = FakeDatabaseName.fresh();
  private final FakeLogName log = FakeLogName.fresh();
  private final Saver<FakeResult> saver;

  private ClaimedStream(BatchRanges batch, DeliveryGuarantee guarantee) {
    fillLog(batch);
    StartingPoint beginOfBatch =
        new StartingPoint.Given(
            Positions.of(
                batch.ranges().stream()
                    .collect(Collectors.toMap(OffsetRange::topicPartition, OffsetRange::from))));
    StreamDefinition definition =
        new StreamDefinition(
            NAME,
            partitions(batch).keySet(),
            FakeSaving.of(guarantee),
            beginOfBatch,
            StartRules.STRICT);
    SaveContext context =
        new StartStream(
                definition,
                new FakeOffsetStore(database()),
                new FakeClaimRegister(database()),
                log())
            .start()
            .context();
    this.saver =
        new Saver<>(
            context,
            new FakeStoreProvider(database, NAME),
            log.identity(),
            new StandardDefences(),
            FailurePoints.NONE);
  }

  public static ClaimedStream before(BatchRanges batch, DeliveryGuarantee guarantee) {
    return new ClaimedStream(batch, guarantee);
  }

  public Saver<FakeResult> saver() {
    return saver;
  }

  public FakeDatabase database() {
    return PerJvm.get(database);
  }

  public FakeLog log() {
    return PerJvm.get(log);
  }

  /** Next offset to read, as stored. */
  public Map<TopicPartition, Long> positions() {
    return new FakeOffsetStore(database())
        .positions(NAME).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue().nextOffset()));
  }

  private void fillLog(BatchRanges batch) {
    partitions(batch).forEach((topic, count) -> log().create(topic, count.intValue()));
    batch
        .ranges()
        .forEach(range -> log().append(range.topicPartition(), Math.toIntExact(range.until())));
  }

  private static Map<String, Long> partitions(BatchRanges batch) {
    return batch.ranges().stream()
        .collect(
            Collectors.groupingBy(range -> range.topicPartition().topic(), Collectors.counting()));
  }
}
