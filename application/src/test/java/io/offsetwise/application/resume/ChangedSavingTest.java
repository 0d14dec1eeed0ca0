package io.offsetwise.application.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.offsetwise.application.fake.FakeClaimRegister;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeLog;
import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.fake.FakeSaving;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.StreamSaving;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.start.StartRules;
import io.offsetwise.domain.start.StartingPoint;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stream that is to be saved otherwise than it was. */
class ChangedSavingTest {

  private static final StreamName STREAM = new StreamName("wallet");
  private static final StreamSaving EXACT =
      FakeSaving.of(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE);
  private static final StreamSaving REPEATING = FakeSaving.of(DeliveryGuarantee.AT_LEAST_ONCE);
  private static final StreamSaving ELSEWHERE =
      new StreamSaving(EXACT.combination(), "another place");

  private final FakeDatabase results = new FakeDatabase();
  private final FakeDatabase otherPlace = new FakeDatabase();
  private final FakeClaimRegister claims = new FakeClaimRegister(results);
  private final FakeLog log = new FakeLog();

  @BeforeEach
  void createTopic() {
    log.create("a", 1);
  }

  @Test
  void everyClaimIsOnRecord() {
    start(EXACT, StartRules.STRICT, results);
    start(EXACT, StartRules.STRICT, results);

    assertThat(results.claims(STREAM))
        .containsExactly(
            new RecordedClaim(1, new Epoch(1), EXACT, ""),
            new RecordedClaim(2, new Epoch(2), EXACT, ""));
  }

  @Test
  void aChangeIsRefusedBeforeTheClaimSoThatAWorkingDriverIsNotFenced() {
    start(EXACT, StartRules.STRICT, results);

    StoppedException stop = refused(REPEATING, StartRules.STRICT, results);

    assertThat(stop)
        .hasMessageContaining("its guarantee was transactional-exactly-once")
        .hasMessageContaining("would be at-least-once")
        .hasMessageContaining("start.accept-change = 1");
    assertThat(new FakeOffsetStore(results).claim(STREAM).epoch()).isEqualTo(new Epoch(2));
    assertThat(results.claims(STREAM)).hasSize(1);
  }

  /** The old rows are still valid, and everything since would be repeated. */
  @Test
  void aStorageIsNotTakenUpAgainAfterAnotherOne() {
    start(EXACT, StartRules.STRICT, results);
    start(ELSEWHERE, accepting(1), otherPlace);

    assertThat(refused(EXACT, StartRules.STRICT, results))
        .hasMessageContaining("another place")
        .hasMessageContaining("read again");
  }

  @Test
  void anAcceptedChangeIsOnRecordAndAcceptsNoLaterOne() {
    start(EXACT, StartRules.STRICT, results);
    start(REPEATING, accepting(1), results);
    start(REPEATING, accepting(1), results);

    assertThat(results.claims(STREAM))
        .extracting(RecordedClaim::saving)
        .containsExactly(EXACT, REPEATING, REPEATING);
    assertThat(results.claims(STREAM).get(1).changes()).contains("at-least-once");
    assertThat(refused(EXACT, accepting(1), results)).hasMessageContaining("accept-change = 3");
  }

  @Test
  void ofTwoFirstStartsInDifferentWaysTheSecondIsRefused() {
    ClaimRegister overtaken = new Overtaken();

    StoppedException stop =
        catchThrowableOfType(
            StoppedException.class,
            () -> start(ELSEWHERE, StartRules.STRICT, otherPlace, overtaken));

    assertThat(stop.reason()).isEqualTo(StopReason.SAVING_CHANGED);
    assertThat(results.claims(STREAM)).extracting(RecordedClaim::saving).isEqualTo(List.of(EXACT));
  }

  @Test
  void ofTwoFirstStartsInTheSameWayBothAreOnRecord() {
    start(EXACT, StartRules.STRICT, otherPlace, new Overtaken());

    assertThat(results.claims(STREAM)).extracting(RecordedClaim::number).containsExactly(1L, 2L);
  }

  /** A rival makes the first claim between somebody's look and its claim. */
  private final class Overtaken implements ClaimRegister {
    @Override
    public boolean remembers(StreamName stream) {
      return claims.remembers(stream);
    }

    @Override
    public Positions reached(StreamName stream) {
      return claims.reached(stream);
    }

    @Override
    public Optional<RecordedClaim> last(StreamName stream) {
      return claims.last(stream);
    }

    @Override
    public boolean add(StreamName stream, RecordedClaim claim) {
      claims.add(stream, new RecordedClaim(1, new Epoch(1), EXACT, ""));
      return claims.add(stream, claim);
    }
  }

  private StoppedException refused(StreamSaving saving, StartRules rules, FakeDatabase place) {
    StoppedException stop =
        catchThrowableOfType(StoppedException.class, () -> start(saving, rules, place));
    assertThat(stop.reason()).isEqualTo(StopReason.SAVING_CHANGED);
    return stop;
  }

  private void start(StreamSaving saving, StartRules rules, FakeDatabase place) {
    start(saving, rules, place, claims);
  }

  private void start(
      StreamSaving saving, StartRules rules, FakeDatabase place, ClaimRegister register) {
    StreamDefinition definition =
        new StreamDefinition(STREAM, Set.of("a"), saving, new StartingPoint.Earliest(), rules);
    new StartStream(definition, new FakeOffsetStore(place), register, log).start();
  }

  private static StartRules accepting(long number) {
    return new StartRules(Set.of(), OptionalLong.of(number));
  }
}
