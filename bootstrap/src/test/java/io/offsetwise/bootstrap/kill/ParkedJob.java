package io.offsetwise.bootstrap.kill;

import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.kafka.log.KafkaTopicIdentityProvider;
import io.offsetwise.adapters.spark.driver.DirectStreamSettings;
import io.offsetwise.adapters.spark.driver.SparkRuntime;
import io.offsetwise.adapters.spark.driver.SparkSettings;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.adapters.storage.wallet.WalletSchema;
import io.offsetwise.application.resume.StartStream;
import io.offsetwise.application.resume.StreamDefinition;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.save.StandardDefences;
import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.SavedPositions;
import io.offsetwise.application.session.SessionLoop;
import io.offsetwise.application.session.SessionTimes;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.bootstrap.command.SettingsOptions;
import io.offsetwise.bootstrap.run.BatchDisplay;
import io.offsetwise.bootstrap.run.Connections;
import io.offsetwise.bootstrap.run.Progress;
import io.offsetwise.bootstrap.run.ServicesInUse;
import io.offsetwise.bootstrap.run.StreamEngines;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.wallet.WalletRun;
import io.offsetwise.domain.start.StartRules;
import io.offsetwise.domain.start.StartingPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/**
 * The wallet job, put together as the product's modules do, but for one thing: at its failure point
 * it parks. A process of its own, which ends by being killed, or with its parent.
 */
final class ParkedJob {

  private static final Duration TICK = Duration.ofMillis(100);

  private final Settings settings;
  private final Connections connections;
  private final FailurePoints failurePoints;

  private ParkedJob(Settings settings, Connections connections, FailurePoints failurePoints) {
    this.settings = settings;
    this.connections = connections;
    this.failurePoints = failurePoints;
  }

  /** Runs until it is killed: first what the parking point is made of, then settings. */
  public static void main(String[] arguments) throws Exception {
    endWithParent();
    List<String> all = List.of(arguments);
    ParkingPoint point = ParkingPoint.of(all.subList(0, ParkingPoint.ARGUMENTS));
    SettingsOptions options = new SettingsOptions();
    new CommandLine(options)
        .parseArgs(all.subList(ParkingPoint.ARGUMENTS, all.size()).toArray(String[]::new));
    Settings settings = options.settings();
    try (ServicesInUse services = ServicesInUse.of(settings, new Progress.Silent())) {
      new ParkedJob(settings, services.connections(), point).run();
    }
  }

  /** Whoever parks must not outlive a test that was itself killed. */
  private static void endWithParent() {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // the parent never writes; the end of its pipe is the end of the parent
                }
              } catch (IOException closed) {
                throw new UncheckedIOException(closed);
              } finally {
                Runtime.getRuntime().halt(0);
              }
            },
            "end-with-parent");
    watch.setDaemon(true);
    watch.start();
  }

  private void run() throws InterruptedException {
    new SchemaMigration(connections.results()).migrate(SchemaPart.OFFSETS, WalletSchema.PART);
    SparkRuntime spark =
        SparkRuntime.start(
            new SparkSettings(
                settings.job().name().value(),
                settings.spark().properties(),
                settings.kafka().maxRatePerPartition()),
            settings.job().guarantee());
    try (SourceLog log = KafkaSourceLog.open(connections.kafka())) {
      loop(spark, log).run(RunLimit.UNTIL_CAUGHT_UP, new SavedPositions(), new BatchDisplay.None());
    } finally {
      spark.close();
    }
  }

  private SessionLoop loop(SparkRuntime spark, SourceLog log) {
    StreamDefinition definition =
        new StreamDefinition(
            settings.job().name(),
            Set.copyOf(settings.kafka().topics()),
            settings.job().guarantee().plan(),
            new StartingPoint.Earliest(),
            StartRules.STRICT);
    return new SessionLoop(
        new StartStream(definition, new JdbiOffsetStore(PerJvm.get(connections.offsets())), log),
        new WalletRun(settings).engine(engines(spark), connections),
        log,
        new SessionTimes(TICK, settings.session().partitionCheck(), settings.stop().timeout()),
        new StopRequest());
  }

  private StreamEngines engines(SparkRuntime spark) {
    DirectStreamSettings direct =
        new DirectStreamSettings(
            settings.job().batchInterval(),
            connections.kafka().clientProperties(),
            settings.stop().timeout());
    return new StreamEngines(
        spark,
        direct,
        settings.job().scope(),
        new KafkaTopicIdentityProvider(connections.kafka()),
        new StandardDefences(),
        failurePoints);
  }
}
