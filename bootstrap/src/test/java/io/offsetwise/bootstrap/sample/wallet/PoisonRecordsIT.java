package io.offsetwise.bootstrap.sample.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.run.JobRunner;
import io.offsetwise.bootstrap.run.JsonOf;
import io.offsetwise.bootstrap.run.RunOptions;
import io.offsetwise.bootstrap.run.RunReport;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.bootstrap.stream.ServicesInUse;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Garbage, tombstones, empty and large records among the payments: the ledger holds the payments,
 * the dead letters hold the rest, and the job goes on.
 */
class PoisonRecordsIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();

  private static PoisonedTopics topics;

  @TempDir private static Path folder;

  @BeforeAll
  static void fillTopics() throws Exception {
    topics = new PoisonedTopics(KAFKA);
    topics.fill();
  }

  @AfterAll
  static void closeProducer() {
    topics.close();
  }

  static Stream<Arguments> guaranteesInBothScopes() {
    return Arrays.stream(DeliveryGuarantee.values())
        .flatMap(
            guarantee ->
                Arrays.stream(SaveScope.values()).map(scope -> Arguments.of(guarantee, scope)));
  }

  @ParameterizedTest
  @MethodSource("guaranteesInBothScopes")
  void paymentsAreAppliedAndTheRestIsKept(DeliveryGuarantee guarantee, SaveScope scope)
      throws Exception {
    Settings settings = settings("any", guarantee, scope);

    RunReport report = run(settings);

    requireExact(settings, report);
    assertThat(report.table()).contains("dead letters " + topics.letters().size() + " records");
  }

  /** The history is what a save writes last: a failure there comes after the dead letters. */
  @ParameterizedTest
  @EnumSource
  void deadLettersAreRolledBackWithTheirNeighbours(SaveScope scope) throws Exception {
    Settings settings =
        settings("rolled-back", DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, scope);
    JdbcSettings database = database(settings);
    new SchemaMigration(database).migrate(SchemaPart.OFFSETS, new WalletJob().schema());
    execute(database, "ALTER TABLE offset_history ADD CONSTRAINT none CHECK (until_offset < 0)");

    assertThatThrownBy(() -> run(settings))
        .satisfies(
            failure ->
                assertThat(StoppedException.within(failure).map(StoppedException::reason))
                    .contains(StopReason.RESULTS_REFUSED))
        .hasMessageStartingWith("results of ")
        .hasMessageContaining("SQL state 23513");

    assertThat(lettersOf(settings)).isEmpty();
    assertThat(number(database, "SELECT COUNT(*) FROM wallet_ledger")).isZero();
    assertThat(number(database, "SELECT SUM(next_offset) FROM stream_offset")).isZero();

    execute(database, "ALTER TABLE offset_history DROP CONSTRAINT none");
    topics.pay("payments", 0, null, "");
    requireExact(settings, run(settings));
  }

  private static void requireExact(Settings settings, RunReport report) {
    WalletReport summary = JsonOf.report(report, WalletReport.class);
    assertThat(summary)
        .returns(topics.records(), WalletReport::records)
        .returns(OptionalLong.of(topics.payments()), WalletReport::ledgerEntries)
        .returns(OptionalLong.of(topics.payments()), WalletReport::distinctPayments)
        .returns(Optional.of(BigInteger.valueOf(topics.cents())), WalletReport::sumOfBalances)
        .returns(Optional.of(BigInteger.valueOf(topics.cents())), WalletReport::sumOfPayments);
    assertThat(lettersOf(settings)).containsExactlyInAnyOrderElementsOf(topics.letters());
  }

  private static List<PoisonedTopics.Letter> lettersOf(Settings settings) {
    String stream = settings.job().name().value();
    return connections(database(settings))
        .inTransaction(
            handle ->
                handle
                    .select("SELECT * FROM dead_letter WHERE stream_name = ?", stream)
                    .map((row, context) -> letter(row))
                    .list());
  }

  private static PoisonedTopics.Letter letter(ResultSet row) throws SQLException {
    assertThat(row.getString("reason")).isNotBlank();
    return new PoisonedTopics.Letter(
        row.getString("topic_name")
            + "-"
            + row.getInt("partition_number")
            + "@"
            + row.getLong("record_offset"),
        Optional.ofNullable(row.getBytes("record_value")).map(ByteBuffer::wrap));
  }

  private static long number(JdbcSettings database, String query) {
    return connections(database)
        .inTransaction(handle -> handle.createQuery(query).mapTo(Long.class).one());
  }

  private static void execute(JdbcSettings database, String statement) {
    connections(database).inTransaction(handle -> handle.execute(statement));
  }

  private static JdbcConnections connections(JdbcSettings database) {
    return PerJvm.get(database);
  }

  private static JdbcSettings database(Settings settings) {
    try (ServicesInUse services = ServicesInUse.of(settings, new Progress.Silent())) {
      return services.connections().results();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static RunReport run(Settings settings) throws InterruptedException {
    RunOptions options = new RunOptions(RunLimit.UNTIL_CAUGHT_UP, OptionalLong.empty()).compared();
    return new JobRunner(settings, options, new StopRequest(), new Progress.Silent()).run();
  }

  /** A stream of its own in a database of its own. */
  private static Settings settings(String name, DeliveryGuarantee guarantee, SaveScope scope) {
    String job = name + "-" + guarantee.key() + "-" + scope.key();
    Map<String, String> all = new HashMap<>(LocalKafka.SHORT_WAITS);
    all.put("data-dir", folder.toString());
    all.put("job.name", job);
    all.put("job.guarantee", guarantee.key());
    all.put("job.scope", scope.key());
    all.put("job.batch-interval", "200ms");
    all.put("kafka.bootstrap-servers", KAFKA.server());
    all.put("kafka.topics", "[payments,refunds]");
    all.put("storage.jdbc.url", "jdbc:h2:file:" + folder.resolve(job) + ";WRITE_DELAY=0");
    return Configuration.load(Optional.empty(), all).settings();
  }
}
