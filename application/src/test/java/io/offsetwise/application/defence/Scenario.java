package io.offsetwise.application.defence;

import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.start.StartCase;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What happens to a stream, each time one thing that a defence is there for. */
public enum Scenario {
  /** A slow copy of a batch's tasks commits after the next batch was saved. */
  SLOW_COPY {
    @Override
    public Aftermath play(Collaborators collaborators) {
      Stage stage = new Stage(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, collaborators);
      Driver driver = stage.driver();
      BatchRanges first = driver.next();
      driver.run(first);
      driver.run(driver.next());
      stage.attempt(() -> driver.saveTasks(first));
      return stage.endOf(driver);
    }
  },
  /** The answer to a task that has saved everything is lost, and the task is run again. */
  SECOND_ATTEMPT {
    @Override
    public Aftermath play(Collaborators collaborators) {
      Stage stage = new Stage(DeliveryGuarantee.AT_MOST_ONCE, collaborators);
      Driver driver = stage.driver();
      BatchRanges first = driver.next();
      driver.run(first);
      stage.attempt(() -> driver.saveTasks(first));
      return stage.endOf(driver);
    }
  },
  /**
   * A driver that was replaced saves one more batch, after its successor has read the positions and
   * before it writes what it decided: to go on behind records that retention has deleted.
   */
  TAKEN_OVER {
    @Override
    public Aftermath play(Collaborators collaborators) {
      Stage stage = new Stage(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, collaborators);
      Driver older = stage.driver();
      older.run(older.next());
      BatchRanges late = older.next();
      stage.stream().log().deleteBefore(Stage.VICTIM, Stage.BATCH + 2);
      Runnable wakeUp = () -> stage.attempt(() -> older.run(late));
      stage
          .driver(new SlowStart(stage.stream().database(), wakeUp), StartCase.RETENTION_LOSS)
          .readToTheEnd();
      return stage.aftermath(results -> results);
    }
  },
  /** The topics are deleted and created again; the stream goes on as if they were the same. */
  RECREATED_TOPIC {
    @Override
    public Aftermath play(Collaborators collaborators) {
      Stage stage = new Stage(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, collaborators);
      Driver driver = stage.driver();
      driver.run(driver.next());
      int ofOldTopics = stage.stream().database().results().size();
      stage.fillTopics();
      stage.endOf(driver, StartCase.TOPIC_RECREATED);
      return stage.aftermath(results -> results.subList(ofOldTopics, results.size()));
    }
  },
  /** The topics are deleted and created again while a task is in the middle of its range. */
  RECREATED_WHILE_READING {
    @Override
    public Aftermath play(Collaborators collaborators) {
      Interruption interruption = new Interruption(Stage.VICTIM, Stage.BATCH);
      Stage stage =
          new Stage(
              DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
              collaborators.withFunctions(
                  database -> interruption.of(collaborators.functions().apply(database))));
      AtomicInteger ofOldTopics = new AtomicInteger();
      interruption.becomes(
          () -> {
            ofOldTopics.set(stage.stream().database().results().size());
            stage.fillTopics();
          });
      stage.endOf(stage.driver(), StartCase.TOPIC_RECREATED);
      return stage.aftermath(results -> results.subList(ofOldTopics.get(), results.size()));
    }
  },
  /** A read delivers the first record after its range; the next batch delivers it again. */
  OVERSHOOTING_READ {
    @Override
    public Aftermath play(Collaborators collaborators) {
      Stage stage = new Stage(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, collaborators);
      stage.stream().log().overshootOnce(Stage.VICTIM);
      return stage.endOf(stage.driver());
    }
  },
  /** The job's code swallows an error and leaves records unread. */
  SWALLOWED_ERROR {
    @Override
    public Aftermath play(Collaborators collaborators) {
      Stage stage =
          new Stage(
              DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
              collaborators.withDefences(new CarelessJob(collaborators.defences())));
      return stage.endOf(stage.driver());
    }
  },
  /** The results' database goes away while batches are queued; the offsets' one stays. */
  DATABASE_AWAY {
    @Override
    public Aftermath play(Collaborators collaborators) {
      AtomicBoolean away = new AtomicBoolean();
      Stage stage =
          new Stage(
              DeliveryGuarantee.AT_MOST_ONCE,
              collaborators.withStore((database, name) -> new AbsentStore(database, name, away)));
      Driver driver = stage.driver();
      driver.run(driver.next());
      BatchRanges inFlight = driver.next();
      BatchRanges queued = driver.next();
      away.set(true);
      stage.attempt(() -> driver.run(inFlight));
      stage.attempt(() -> driver.run(queued));
      stage.restart();
      return stage.aftermath(results -> asIfStored(inFlight, results));
    }
  };

  /** Plays it to its end. */
  public abstract Aftermath play(Collaborators collaborators);

  /** At-most-once may lose the batch in flight, so that its records count as if they were there. */
  private static List<String> asIfStored(BatchRanges allowed, List<String> results) {
    return Stream.concat(results.stream(), allowed.ranges().stream().flatMap(Scenario::keysOf))
        .toList();
  }

  private static Stream<String> keysOf(OffsetRange range) {
    return LongStream.range(range.from(), range.until())
        .mapToObj(
            offset ->
                FakeResult.keyOf(
                    range.topicPartition().topic(), range.topicPartition().partition(), offset));
  }
}
