package io.offsetwise.application.interleaving;

import io.offsetwise.application.defence.Collaborators;
import io.offsetwise.application.defence.Driver;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeStream;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One play of a schedule: two rivals read two partitions of the same stream in two batches of one
 * record each; whatever they have left, a driver with all defences reads to the end.
 */
final class TwoRivals {

  private static final int BATCHES = 2;
  private static final List<TopicPartition> PARTITIONS =
      List.of(new TopicPartition("t", 0), new TopicPartition("t", 1));
  private static final List<Place> RECORDS =
      PARTITIONS.stream()
          .flatMap(
              partition ->
                  LongStream.range(0, BATCHES).mapToObj(offset -> new Place(partition, offset)))
          .toList();

  private final Cell cell;
  private final Baton baton;
  private final FakeStream stream;
  private final CommitWatch watch;
  private final List<Rival> rivals;

  TwoRivals(Cell cell, Schedule schedule) {
    this.cell = cell;
    this.baton = new Baton(schedule);
    this.stream =
        new FakeStream(
            Set.of("t"),
            cell.collaborators().plans().apply(cell.guarantee()),
            1,
            new FakeDatabase(baton));
    stream.log().create("t", PARTITIONS.size());
    PARTITIONS.forEach(partition -> stream.log().append(partition, BATCHES));
    Supplier<StartedStream> starts = cell.rivalry().starts(stream, cell.collaborators());
    this.watch = new CommitWatch(stream, Promise.of(cell.guarantee()), RECORDS);
    this.rivals = List.of(new Rival(cell, stream, starts), new Rival(cell, stream, starts));
  }

  /** Plays the schedule and restarts the stream. */
  Outcome play(Executor threads) {
    baton.play(threads, rivals, watch::committed);
    Optional<String> ofRivals =
        watch.violation().or(() -> baton.deadlocks().stream().findFirst()).or(this::wrongEnding);
    Optional<String> ofRestart = restart();
    return new Outcome(
        baton.steps(),
        rivals.stream().map(Rival::ending).toList(),
        baton.rowWaits(),
        fates(),
        ofRivals.or(() -> ofRestart));
  }

  private Optional<String> wrongEnding() {
    return IntStream.range(0, rivals.size())
        .filter(number -> cell.rivalry().isWrong(ending(number).kind(), watch.standing(number)))
        .mapToObj(
            number -> "rival " + number + ", " + watch.standing(number) + ", " + ending(number))
        .findFirst();
  }

  private Ending ending(int number) {
    return rivals.get(number).ending();
  }

  private Optional<String> restart() {
    try {
      new Driver(
              stream,
              stream.start(StartRules.STRICT),
              cell.scope(),
              Collaborators.STANDARD,
              FailurePoints.NONE)
          .readToTheEnd();
    } catch (StoppedException stopped) {
      return Optional.of("the restart failed: " + stopped.getMessage());
    }
    watch.requirePromise("after the restart");
    return watch.violation().or(() -> PARTITIONS.stream().flatMap(this::gap).findFirst());
  }

  /** The history of a partition has each of its offsets once, in order. */
  private Stream<String> gap(TopicPartition partition) {
    List<OffsetRange> history =
        stream.database().history(stream.name()).stream()
            .filter(SavedRange::holdsOffsets)
            .map(SavedRange::range)
            .filter(range -> range.topicPartition().equals(partition))
            .toList();
    List<OffsetRange> expected =
        LongStream.range(0, BATCHES)
            .mapToObj(offset -> new OffsetRange(partition, offset, offset + 1))
            .toList();
    return history.equals(expected)
        ? Stream.empty()
        : Stream.of("the history of " + partition + " is " + history);
  }

  private Set<CrashOutcome> fates() {
    return stream.outcomes(stream.database().results()).values().stream()
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }
}
