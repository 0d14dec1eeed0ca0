package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.bootstrap.command.Program;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happened to the log, to the stored positions or to their tables while the job was down: the
 * next start says so and ends with exit code 7, unless the case was accepted; then the gap is on
 * record.
 */
class StartAfterFaultIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  private static final String ACCEPT = "start.accept";

  @TempDir private Path folder;

  @Test
  void retentionHasDeletedUnreadRecords() throws Exception {
    PaymentTopic topic = SERVICES.topic("expired", 2);
    FaultyJob job = SERVICES.job(topic);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    topic.pay(0, 50);
    topic.pay(1, 10);
    job.untilCaughtUp();
    topic.pay(0, 50);
    topic.deleteBefore(0, 70);

    Stop stop = job.stopped();

    assertThat(stop.exitCode()).isEqualTo(7);
    assertThat(stop.message())
        .contains("position of expired-0 is 50 but the log starts at 70")
        .contains("deleted 20 unread offsets")
        .contains("start.accept = [retention-loss]")
        .doesNotContain("expired-1");
    assertThat(stored.positions()).isEqualTo(Map.of("expired-0", 50L, "expired-1", 10L));
    assertThat(stored.gaps()).isEmpty();

    job.with(ACCEPT, "retention-loss").untilCaughtUp();

    assertThat(stored.gaps()).containsExactly("retention-loss expired-0 50->70");
    assertThat(stored.ledger())
        .isEqualTo(
            Places.of("expired-0", 0, 50)
                .and("expired-0", 70, 100)
                .and("expired-1", 0, 10)
                .asList());
    assertThat(stored.positions()).isEqualTo(Map.of("expired-0", 100L, "expired-1", 10L));
  }

  @Test
  void aPositionLiesBeyondTheEndOfTheLog() throws Exception {
    PaymentTopic topic = SERVICES.topic("truncated", 1);
    FaultyJob job = SERVICES.job(topic);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    topic.pay(0, 30);
    job.untilCaughtUp();
    stored.moveTo(0, 130);

    Stop stop = job.stopped();

    assertThat(stop.exitCode()).isEqualTo(7);
    assertThat(stop.message())
        .contains("position of truncated-0 is 130 but the log ends at 30")
        .contains("start.accept = [position-beyond-end]");
    assertThat(stored.positions()).isEqualTo(Map.of("truncated-0", 130L));

    job.with(ACCEPT, "position-beyond-end").untilCaughtUp();
    topic.pay(0, 5);
    job.untilCaughtUp();

    assertThat(stored.gaps()).containsExactly("position-beyond-end truncated-0 130->30");
    assertThat(stored.ledger()).isEqualTo(Places.of("truncated-0", 0, 35).asList());
  }

  @Test
  void theTopicWasCreatedAgainWithFewerPartitions() throws Exception {
    PaymentTopic topic = SERVICES.topic("shrunk", 2);
    FaultyJob job = SERVICES.job(topic);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    topic.pay(0, 20);
    topic.pay(1, 10);
    job.untilCaughtUp();
    topic.recreate(1);
    topic.pay(0, 25);

    Stop stop = job.stopped();

    assertThat(stop.exitCode()).isEqualTo(7);
    assertThat(stop.message())
        .contains("position 20 of shrunk-0 belongs to the topic with id ")
        .contains("start.accept = [topic-recreated]")
        .contains("position 10 is stored for shrunk-1 but the log has no such partition")
        .contains("start.accept = [partition-missing]");

    Stop half = job.with(ACCEPT, "topic-recreated").stopped();

    assertThat(half.exitCode()).isEqualTo(7);
    assertThat(half.message()).contains("shrunk-1").doesNotContain("shrunk-0");
    assertThat(stored.positions()).isEqualTo(Map.of("shrunk-0", 20L, "shrunk-1", 10L));
    assertThat(stored.gaps()).isEmpty();

    job.with(ACCEPT, "[topic-recreated, partition-missing]").untilCaughtUp();

    assertThat(stored.gaps())
        .containsExactly(
            "topic-recreated shrunk-0 20->0", "partition-missing shrunk-1 10->nowhere");
    assertThat(stored.positions()).isEqualTo(Map.of("shrunk-0", 25L));
    assertThat(stored.ledger())
        .as("records of the former topic and all of this one")
        .containsExactlyInAnyOrderElementsOf(
            Places.of("shrunk-0", 0, 20).and("shrunk-1", 0, 10).and("shrunk-0", 0, 25).asList());
  }

  /** Whatever {@code start.first} says: the topic is known, its new partition must not lose any. */
  @Test
  void aPartitionWasAdded() throws Exception {
    PaymentTopic topic = SERVICES.topic("grown", 1);
    FaultyJob job = SERVICES.job(topic).with("start.first", "latest");
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    topic.pay(0, 10);
    job.untilCaughtUp();
    topic.expandTo(2);
    topic.pay(0, 5);
    topic.pay(1, 15);

    job.untilCaughtUp();

    assertThat(stored.ledger())
        .isEqualTo(Places.of("grown-0", 10, 15).and("grown-1", 0, 15).asList());
    assertThat(stored.gaps()).isEmpty();
  }

  @Test
  void aNewerReleaseHasMigratedTheSchema() throws Exception {
    String newer =
        "INSERT INTO \"wallet_schema\" (\"installed_rank\", \"version\", \"description\","
            + " \"type\", \"script\", \"installed_by\", \"execution_time\", \"success\")"
            + " VALUES (99, '99', 'newer', 'SQL', 'V99__newer.sql', 'somebody', 0, TRUE)";

    assertThat(stopAfter(newer, "newer"))
        .returns(7, Stop::exitCode)
        .extracting(Stop::message, InstanceOfAssertFactories.STRING)
        .contains("schema part wallet has version 99 but this program knows version 3 at most");
  }

  @Test
  void aTableWasDropped() throws Exception {
    assertThat(stopAfter("DROP TABLE wallet_balance", "dropped"))
        .returns(7, Stop::exitCode)
        .extracting(Stop::message, InstanceOfAssertFactories.STRING)
        .contains("there is no table wallet_balance")
        .contains("restore them");
  }

  /** A payment whose id differs in case alone would be dropped as one that is there. */
  @Test
  void aColumnOfKeysWasChangedToIgnoreCase() throws Exception {
    JdbcSettings database = databaseOf("caseless");
    PaymentTopic topic = SERVICES.topic("caseless", 1);
    FaultyJob job =
        SERVICES
            .job(topic)
            .with("storage.jdbc.url", database.url())
            .with("job.guarantee", "idempotent-exactly-once");
    topic.pay(0, 2);
    job.untilCaughtUp();
    StoredStream stored = StoredStream.in(database, topic);
    stored.execute(
        "UPDATE wallet_ledger SET natural_key = (SELECT UPPER(natural_key) FROM wallet_ledger"
            + " WHERE record_offset = 1) WHERE record_offset = 0");
    stored.execute("DELETE FROM wallet_ledger WHERE record_offset = 1");
    stored.execute(
        "SET MODE REGULAR; ALTER TABLE wallet_ledger ALTER COLUMN natural_key SET DATA TYPE"
            + " VARCHAR_IGNORECASE(100); SET MODE PostgreSQL");

    assertThat(job.stopped())
        .returns(7, Stop::exitCode)
        .extracting(Stop::message, InstanceOfAssertFactories.STRING)
        .contains("takes keys for the same that differ")
        .contains("'a' and 'A' in column natural_key of table wallet_ledger");

    Program.Ended audit = job.verb("audit");

    assertThat(audit.exitCode()).as(audit.out()).isEqualTo(1);
    assertThat(audit.out()).contains("lost").doesNotContain("same-key");
  }

  /** Runs, changes a database that is no other test's, and runs again. */
  private Stop stopAfter(String sql, String name) throws Exception {
    JdbcSettings database = databaseOf(name);
    PaymentTopic topic = SERVICES.topic(name, 1);
    FaultyJob job = SERVICES.job(topic).with("storage.jdbc.url", database.url());
    topic.pay(0, 5);
    job.untilCaughtUp();
    topic.pay(0, 5);
    StoredStream.in(database, topic).execute(sql);
    return job.stopped();
  }

  private JdbcSettings databaseOf(String name) {
    return JdbcSettings.pooled(
        "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0", new Credentials.None());
  }
}
