package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.command.Program;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a topic begins that was never read, through the whole of a run. */
class FirstStartIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  private static final String FIRST = "start.first";

  @Test
  void earliestIsTheFirstRetainedRecord() throws Exception {
    PaymentTopic topic = SERVICES.topic("earliest", 1);
    topic.pay(0, 20);
    topic.deleteBefore(0, 5);

    SERVICES.job(topic).untilCaughtUp();

    assertThat(ledger(topic)).isEqualTo(Places.of("earliest-0", 5, 20).asList());
  }

  /** Only the first start: the second one goes on at the stored position. */
  @Test
  void latestIsTheEndAtTheFirstStart() throws Exception {
    PaymentTopic topic = SERVICES.topic("latest", 1);
    topic.pay(0, 20);
    FaultyJob job = SERVICES.job(topic).with(FIRST, "latest");
    job.untilCaughtUp();
    topic.pay(0, 10);

    job.untilCaughtUp();

    assertThat(ledger(topic)).isEqualTo(Places.of("latest-0", 20, 30).asList());
  }

  @Test
  void aTimeIsTheFirstRecordThatIsNotOlder() throws Exception {
    Instant noon = Instant.parse("2026-01-31T12:00:00Z");
    PaymentTopic topic = SERVICES.topic("timed", 2);
    topic.pay(0, 4, noon.minusMillis(1));
    topic.pay(0, 6, noon);
    topic.pay(1, 3, noon.minusMillis(1));

    SERVICES.job(topic).with(FIRST, noon.toString()).untilCaughtUp();

    assertThat(ledger(topic)).isEqualTo(Places.of("timed-0", 4, 10).asList());
  }

  /** The map of starting offsets of the notes; what is not named begins at its earliest record. */
  @Test
  void offsetsMayBeGivenForTwoTopics() throws Exception {
    PaymentTopic one = SERVICES.topic("firstA", 2);
    PaymentTopic other = SERVICES.topic("firstB", 1);
    one.pay(0, 10);
    one.pay(1, 4);
    other.pay(0, 10);

    SERVICES
        .job(one)
        .with("kafka.topics", "firstA,firstB")
        .with(FIRST, "{\"firstA-0\" = 3, \"firstB-0\" = 7}")
        .untilCaughtUp();

    assertThat(ledger(one))
        .isEqualTo(
            Places.of("firstA-0", 3, 10).and("firstA-1", 0, 4).and("firstB-0", 7, 10).asList());
  }

  @Test
  void aGivenOffsetThatTheLogDoesNotHoldIsRefused() {
    PaymentTopic topic = SERVICES.topic("given", 1);
    topic.pay(0, 10);

    Stop stop = SERVICES.job(topic).with(FIRST, "{\"given-0\" = 11}").stopped();

    assertThat(stop.exitCode()).isEqualTo(7);
    assertThat(stop.message())
        .contains("position of given-0 is 11 but the log ends at 10")
        .contains("start.accept = [position-beyond-end]");
  }

  /**
   * What lies before the stream's beginning is none of its business, nor what it has passed over.
   */
  @ParameterizedTest
  @ValueSource(strings = {"latest", "{\"begun-0\" = 7}", "2026-01-31T12:00:00Z", "earliest"})
  void theSummaryComparesFromTheStreamsBeginning(String first) throws Exception {
    PaymentTopic topic =
        SERVICES.topic("begun" + (first.charAt(0) == '{' ? "" : first.hashCode()), 2);
    Instant noon = Instant.parse("2026-01-31T12:00:00Z");
    topic.pay(0, 10, noon.minusMillis(1));
    topic.pay(1, 5, noon.minusMillis(1));
    FaultyJob job = SERVICES.job(topic).with(FIRST, first).with("job.kind", "wallet");
    job.untilCaughtUp();
    topic.pay(0, 5, noon);
    topic.pay(1, 6, noon);

    Program.Ended run = job.verb("run", "--until-caught-up", "--compare");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("= balances").doesNotContain("balances differ");

    topic.pay(0, 9, noon);
    Program.Ended skip =
        job.verb("offsets", "reset", "--topic=" + topic.name() + ":0", "--shift-by=4", "--execute");
    assertThat(skip.exitCode()).as(skip.err()).isZero();

    assertThat(job.verb("run", "--until-caught-up", "--compare").out())
        .as("passed over by a reset")
        .contains("= balances")
        .doesNotContain("balances differ");
  }

  /** Retention goes on behind the stream. */
  @Test
  void whatTheLogNoLongerHoldsIsNoDifferenceOfBalances() throws Exception {
    PaymentTopic topic = SERVICES.topic("retained", 1);
    topic.pay(0, 20);
    FaultyJob job = SERVICES.job(topic);
    job.untilCaughtUp();
    topic.deleteBefore(0, 5);
    topic.pay(0, 2);

    Program.Ended run = job.verb("run", "--until-caught-up", "--compare");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("without what the log no longer tells: 5 offsets")
        .doesNotContain("balances differ");
  }

  @Test
  void whereNothingWasReadNothingIsCompared() throws Exception {
    PaymentTopic topic = SERVICES.topic("nothing-read", 1);
    topic.pay(0, 20);
    FaultyJob job = SERVICES.job(topic).with(FIRST, "latest");

    Program.Ended run = job.verb("run", "--until-caught-up", "--compare");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("not compared: nothing has been read yet");
  }

  private static List<String> ledger(PaymentTopic topic) {
    return StoredStream.in(SERVICES.database(), topic).ledger();
  }
}
