package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.run.ProcessSignal;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults of whole processes: rivals, kills, a database that hangs. */
class DriverProcessIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final int RECORDS = 1_000;

  /** Of a stop, whose parts have a bound each: the batch, Spark's session, the claim, the beat. */
  private static final Duration STOPPED = Duration.ofSeconds(20);

  /**
   * Two supervisors that would both restart for ever: the older driver ends for good with a code of
   * its own, and a later restart of the other one finds no rival any more.
   */
  @Tag("full")
  @Test
  void ofTwoSupervisedDriversThatStartTogetherOneGoesOn() throws Exception {
    PaymentTopic topic = SERVICES.topic("rivals", 1);
    topic.pay(0, RECORDS);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    FaultyJob job = SERVICES.job(topic).with("kafka.max-rate-per-partition", "50");
    try (Supervisor one = Supervisor.start(job);
        Supervisor other = Supervisor.start(job)) {
      await().atMost(BOUND).until(() -> one.hasGivenUp() || other.hasGivenUp());
      Supervisor fenced = one.hasGivenUp() ? one : other;
      Supervisor winner = one.hasGivenUp() ? other : one;
      assertThat(fenced.exitCodes()).containsExactly(6);
      assertThat(fenced.driver().end().err())
          .containsPattern("another driver has (probably )?taken over this stream");

      int saved = stored.ledger().size();
      await().atMost(BOUND).until(() -> stored.ledger().size() > saved);
      winner.driver().kill();
      await().atMost(BOUND).until(() -> stored.epoch() == 3 && stored.ledger().size() > saved + 20);
      winner.driver().send(ProcessSignal.TERM);
      winner.awaitGivingUp();

      assertThat(winner.exitCodes()).containsExactly(137, 143);
    }
    SERVICES.job(topic).untilCaughtUp();

    assertThat(stored.ledger()).isEqualTo(Places.of("rivals-0", 0, RECORDS).asList());
    assertThat(stored.epoch()).as("two starts, a restart, and the run above").isEqualTo(4);
  }

  @Tag("full")
  @Test
  void aDriverThatIsToldToTerminateWhileTheDatabaseHangsEndsInTime() throws Exception {
    PaymentTopic topic = SERVICES.topic("hung", 2);
    topic.pay(0, RECORDS);
    topic.pay(1, RECORDS);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    FaultyJob job = SERVICES.job(topic).with("stop.timeout", "1s").with("kafka.timeout", "2s");
    try (Driver driver = job.with("kafka.max-rate-per-partition", "50").startProcess()) {
      await().atMost(BOUND).until(() -> !stored.ledger().isEmpty());
      ProcessSignal.STOP.sendTo(SERVICES.pid());
      try {
        driver.send(ProcessSignal.TERM);
        await().atMost(STOPPED).until(() -> !driver.isAlive());
      } finally {
        ProcessSignal.CONT.sendTo(SERVICES.pid());
      }

      Program.Ended end = driver.end();

      assertThat(end.exitCode()).as(end.err()).isEqualTo(4);
      assertThat(end.err())
          .as("wherever the stop meets the job: batch, claim or broker")
          .containsPattern("did not (end|say) within 1000 ms|did not answer, with kafka.timeout")
          .doesNotContain("\tat ");
    }
    SERVICES.job(topic).untilCaughtUp();

    assertThat(stored.ledger())
        .isEqualTo(Places.of("hung-0", 0, RECORDS).and("hung-1", 0, RECORDS).asList());
  }

  /** Left to itself, Spark ends the process with a code of its own and says nothing. */
  @Test
  void aBatchThatMemoryDoesNotHoldStopsTheDriver() throws Exception {
    PaymentTopic topic = SERVICES.topic("large", 1);
    topic.litter(0, 150, 1_000_000);
    FaultyJob job =
        SERVICES
            .job(topic)
            .withJvm("-Xmx100m")
            .with("spark.testing.memory", "1000000000") // Spark refuses such a heap otherwise
            .with("job.scope", "batch");

    requireOutOfMemory(job.startProcess().end(), "Java heap space");

    assertThat(StoredStream.in(SERVICES.database(), topic).positions())
        .containsEntry("large-0", 0L);
  }

  /** Without the handler the process would live on or end later, after a stack trace. */
  @Test
  void anErrorThatEndsAThreadOfSparksStopsTheDriver() throws Exception {
    FaultyJob job =
        SERVICES
            .job(SERVICES.topic("dying", 1))
            .with("spark.extraListeners", DyingListener.class.getName());

    requireOutOfMemory(job.startProcessWithTests().end(), "on purpose");
  }

  private static void requireOutOfMemory(Program.Ended end, String message) {
    assertThat(end.exitCode()).as(end.err()).isEqualTo(1);
    assertThat(end.err().lines())
        .singleElement()
        .asString()
        .contains("java.lang.OutOfMemoryError: " + message);
  }
}
