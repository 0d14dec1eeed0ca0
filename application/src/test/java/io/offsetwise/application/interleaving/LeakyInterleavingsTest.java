package io.offsetwise.application.interleaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.offsetwise.application.control.BrokenClaims;
import io.offsetwise.application.control.BrokenOffsets;
import io.offsetwise.application.control.SelectThenUpdateStore;
import io.offsetwise.application.defence.Collaborators;
import io.offsetwise.application.defence.LeakyDefences;
import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.save.Defences;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.StreamName;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With a leaky collaborator the same exploration finds a schedule that breaks something. */
@Timeout(60)
class LeakyInterleavingsTest {

  private static final String MOVED = "moved positions of a stream that the other one had claimed";
  private static final String TWICE = "@0 2 times, not 1";

  @ParameterizedTest(name = "{0}")
  @MethodSource("leaks")
  void theScheduleIsFound(String leak, Cell cell, int interventions, String violation) {
    Counterexample found = Exploration.of(cell).broken().orElseThrow();

    System.out.println("the shortest schedule that breaks " + cell + ", " + leak + ":");
    System.out.println(found);
    assertThat(found.violation()).contains(violation);
    assertThat(found.schedule().interventions()).hasSize(interventions);
  }

  private static Stream<Arguments> leaks() {
    return Stream.of(
        arguments("blind write", drivers(store(BrokenOffsets.BLIND_WRITE::store)), 1, MOVED),
        arguments("select, then update", drivers(store(SelectThenUpdateStore::new)), 1, MOVED),
        arguments(
            "select, then update, copies", copies(store(SelectThenUpdateStore::new)), 1, TWICE),
        arguments("without epoch", drivers(store(BrokenOffsets.WITHOUT_EPOCH::store)), 2, MOVED),
        arguments(
            "without position", copies(store(BrokenOffsets.WITHOUT_POSITION::store)), 0, TWICE),
        arguments("count ignored", drivers(defences(LeakyDefences.COUNT_IGNORED)), 1, TWICE),
        arguments(
            "claim leaves the rows", drivers(offsets(BrokenClaims.WITHOUT_ROWS::store)), 1, MOVED),
        arguments(
            "claim reads first",
            drivers(offsets(BrokenClaims.READS_FIRST::store)),
            1,
            "no position of it is stored"),
        arguments(
            "every claim is the first", drivers(offsets(BrokenClaims.SAME_EPOCH::store)), 1, MOVED),
        arguments(
            "start under any claim",
            drivers(offsets(BrokenClaims.UNFENCED_START::store)),
            1,
            MOVED),
        arguments(
            "unsorted rows",
            new Cell(
                DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
                SaveScope.BATCH,
                Rivalry.DRIVERS,
                defences(LeakyDefences.UNSORTED_ROWS)),
            1,
            "nobody can run who would free it"));
  }

  private static Cell drivers(Collaborators leaky) {
    return new Cell(
        DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, SaveScope.PARTITION, Rivalry.DRIVERS, leaky);
  }

  private static Cell copies(Collaborators leaky) {
    return new Cell(
        DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, SaveScope.PARTITION, Rivalry.COPIES, leaky);
  }

  private static Collaborators store(BiFunction<FakeDatabase, StreamName, FakeCommitStore> leaky) {
    return Collaborators.STANDARD.withStore(leaky);
  }

  private static Collaborators offsets(Function<FakeDatabase, OffsetStore> leaky) {
    return Collaborators.STANDARD.withOffsets(leaky);
  }

  private static Collaborators defences(Defences leaky) {
    return Collaborators.STANDARD.withDefences(leaky);
  }
}
