package io.offsetwise.application.crash;

import io.offsetwise.application.defence.Collaborators;
import io.offsetwise.application.defence.Driver;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeStream;
import io.offsetwise.application.fake.FakeTime;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.BatchRetry;
import io.offsetwise.application.save.RetryBound;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Three batches over six partitions of two topics; the second one loses its connection at a commit
 * and is saved again.
 */
final class LostCommitRun {

  private static final long BATCH = 4;
  private static final Set<String> TOPICS = Set.of("a", "b");
  static final OffsetRange VICTIM = new OffsetRange(new TopicPartition("a", 1), BATCH, 2 * BATCH);

  private final LostCommit lost;
  private final FakeStream stream;
  private final StartedStream started;
  private final Driver driver;
  private final BatchRanges batch;
  private final List<String> warnings = new ArrayList<>();

  /** A run that has saved its first batch. */
  LostCommitRun(LostCommitCell cell, int statementsBeforeArrival) {
    this.lost = new LostCommit(cell.loss(), cell.before(), VICTIM, statementsBeforeArrival);
    this.stream = new FakeStream(TOPICS, cell.guarantee().plan(), BATCH, new FakeDatabase(lost));
    for (String topic : TOPICS) {
      stream.log().create(topic, 3);
      for (int partition = 0; partition < 3; partition++) {
        stream.log().append(new TopicPartition(topic, partition), (int) (3 * BATCH));
      }
    }
    this.started = stream.start(StartRules.STRICT);
    this.driver =
        new Driver(
            stream, started, cell.scope(), Collaborators.STANDARD.withStore(lost::store), lost);
    driver.run(driver.next());
    this.batch = driver.next();
  }

  /**
   * Saves the batch that is hit, and reads to the end.
   *
   * @return whether a late request came between two statements
   */
  boolean goesOn() {
    BatchRetry retry =
        new BatchRetry(new RetryBound(2, Duration.ofMinutes(1)), new FakeTime(), warnings::add);
    retry.untilSaved(
        () -> {
          driver.saveTasks(batch);
          return BATCH;
        });
    driver.readToTheEnd();
    lost.arrive();
    return lost.hasComeByItself();
  }

  /** The batch that is saved again. */
  BatchRanges batch() {
    return batch;
  }

  /** What has become of all records, those of {@code hit} apart. */
  Fates fates(BatchRanges hit) {
    return new Fates(hit, stream.outcomes(stream.database().results()));
  }

  /** What was said of the attempts. */
  List<String> warnings() {
    return warnings;
  }
}
