package io.offsetwise.application.defence;

import io.offsetwise.application.fake.FakeStream;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartCase;
import io.offsetwise.domain.start.StartRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a scenario is played: five partitions of two topics with three batches of records in each,
 * and somebody who starts the stream again after each stop, with all defences.
 */
final class Stage {

  /** Offsets that a batch takes of a partition. */
  static final int BATCH = 4;

  /** The partition that trouble comes to. */
  static final TopicPartition VICTIM = new TopicPartition("a", 1);

  private static final Map<String, Integer> TOPICS = Map.of("a", 3, "b", 2);

  private final Collaborators collaborators;
  private final FakeStream stream;
  private final List<StopReason> stops = new ArrayList<>();

  Stage(DeliveryGuarantee guarantee, Collaborators collaborators) {
    this.collaborators = collaborators;
    this.stream = new FakeStream(TOPICS.keySet(), collaborators.plans().apply(guarantee), BATCH);
    fillTopics();
  }

  /** Deletes the topics, if they are there, and creates them anew. */
  void fillTopics() {
    TOPICS.forEach(
        (topic, partitions) -> {
          stream.log().recreate(topic, partitions);
          for (int partition = 0; partition < partitions; partition++) {
            stream.log().append(new TopicPartition(topic, partition), 3 * BATCH);
          }
        });
  }

  FakeStream stream() {
    return stream;
  }

  /** Starts a driver with the collaborators of the scenario. */
  Driver driver() {
    OffsetStore offsets = collaborators.offsets().apply(stream.database());
    return driver(stream.start(StartRules.STRICT, offsets), collaborators);
  }

  /** The same through another store of positions, with one harmful case accepted. */
  Driver driver(OffsetStore offsets, StartCase accepted) {
    StartRules rules = new StartRules(Set.of(accepted));
    return driver(stream.start(rules, offsets), collaborators);
  }

  /** Does what may stop the stream. */
  void attempt(Runnable deed) {
    try {
      deed.run();
    } catch (StoppedException stopped) {
      stops.add(stopped.reason());
    }
  }

  /** Lets {@code driver} read to the end, unless the stream has stopped or stops before it. */
  Aftermath endOf(Driver driver, StartCase... accepted) {
    if (stops.isEmpty()) {
      attempt(driver::readToTheEnd);
    }
    if (!stops.isEmpty()) {
      restart(accepted);
    }
    return aftermath(Function.identity());
  }

  /** Starts the stream again with all defences and reads to the end. */
  void restart(StartCase... accepted) {
    StartRules rules = new StartRules(Set.of(accepted));
    driver(stream.start(rules), Collaborators.STANDARD).readToTheEnd();
  }

  /**
   * What is left.
   *
   * @param seen which of all results count
   */
  Aftermath aftermath(Function<List<String>, List<String>> seen) {
    Set<CrashOutcome> harm =
        stream.outcomes(seen.apply(stream.database().results())).values().stream()
            .flatMap(List::stream)
            .filter(outcome -> outcome != CrashOutcome.INTACT)
            .collect(Collectors.toSet());
    return new Aftermath(stops, harm);
  }

  private Driver driver(StartedStream started, Collaborators of) {
    return new Driver(stream, started, SaveScope.PARTITION, of, FailurePoints.NONE);
  }
}
