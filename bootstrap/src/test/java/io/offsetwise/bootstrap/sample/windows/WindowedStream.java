package io.offsetwise.bootstrap.sample.windows;

import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.result.JdbiStoredResults;
import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.audit.AuditRunner;
import io.offsetwise.bootstrap.audit.AuditVerdict;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.laboratory.cell.Crash;
import io.offsetwise.bootstrap.laboratory.halt.HaltingJobMain;
import io.offsetwise.bootstrap.laboratory.halt.HaltingPoints;
import io.offsetwise.bootstrap.run.JobRunner;
import io.offsetwise.bootstrap.run.JsonOf;
import io.offsetwise.bootstrap.run.RunOptions;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.StreamName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A stream of message-windows, with a database file of its own: twenty records of a partition in a
 * batch, three batches in a window.
 *
 * @param topic what it reads
 * @param guarantee what is promised
 * @param storage where offsets are kept
 * @param settings all others
 */
record WindowedStream(
    String topic,
    DeliveryGuarantee guarantee,
    OffsetStorage storage,
    Map<String, String> settings) {

  static final int RECORDS_OF_A_BATCH = 20;
  static final int BATCHES = 3;

  WindowedStream {
    settings = Map.copyOf(settings);
  }

  static WindowedStream of(
      String topic,
      DeliveryGuarantee guarantee,
      OffsetStorage storage,
      Path folder,
      String bootstrapServers) {
    String name = topic + "-" + guarantee.key() + "-" + storage.key();
    Map<String, String> settings = new HashMap<>();
    settings.put("data-dir", folder.toString());
    settings.put("job.kind", "message-windows");
    settings.put("job.name", name);
    settings.put("job.guarantee", guarantee.key());
    settings.put("job.scope", SaveScope.BATCH.key());
    settings.put("job.batch-interval", "100ms");
    settings.put("offsets.storage", storage.key());
    settings.put("kafka.bootstrap-servers", bootstrapServers);
    settings.put("kafka.topics", "[" + topic + "]");
    settings.put("kafka.max-rate-per-partition", "200");
    settings.put("window.batches", Integer.toString(BATCHES));
    settings.put("storage.jdbc.url", "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0");
    settings.putAll(LocalKafka.SHORT_WAITS);
    return new WindowedStream(topic, guarantee, storage, settings);
  }

  WindowedStream with(String key, String value) {
    Map<String, String> changed = new HashMap<>(settings);
    changed.put(key, value);
    return new WindowedStream(topic, guarantee, storage, changed);
  }

  /** Runs in this process until it has caught up. */
  WindowsReport run() throws InterruptedException {
    return JsonOf.report(runner().run(), WindowsReport.class);
  }

  JobRunner runner() {
    RunOptions options = new RunOptions(RunLimit.UNTIL_CAUGHT_UP, OptionalLong.empty()).compared();
    return new JobRunner(parsed(), options, new StopRequest(), new Progress.Silent());
  }

  /** Runs in a process of its own, which halts in the save that holds {@code offset}. */
  Program.Ended haltAt(Crash crash, long offset, Path folder) throws Exception {
    HaltingPoints points =
        new HaltingPoints(folder.resolve("halted-" + name()).toString(), crash, offset);
    List<String> words = new ArrayList<>(points.asArguments());
    settings.forEach((key, value) -> words.add("-D" + key + "=" + value));
    return Program.end(new Program(folder).start(HaltingJobMain.class, words));
  }

  AuditVerdict audit() throws InterruptedException {
    return AuditVerdict.of(new AuditRunner(parsed(), new Progress.Silent()).run(), parsed());
  }

  /** The stored windows of one partition, in the order of their batches. */
  List<WindowCount> windowsOf(int partition) {
    return PerJvm.get(JdbcSettings.pooled(settings.get("storage.jdbc.url"), new Credentials.None()))
        .inTransaction(
            handle -> {
              List<WindowCount> all = new ArrayList<>();
              new JdbiStoredResults(handle, new StreamName(name()))
                  .rows(WindowsJob.WINDOWS, WindowsJob.ORDER)
                  .forEachRemaining(all::add);
              return all;
            })
        .stream()
        .filter(window -> window.partition() == partition)
        .sorted(Comparator.comparingLong(WindowCount::until))
        .toList();
  }

  private String name() {
    return settings.get("job.name");
  }

  private Settings parsed() {
    return Configuration.load(Optional.empty(), settings).settings();
  }

  @Override
  public String toString() {
    return name();
  }

  /** The findings of an audit, each as its kind and its number. */
  static Stream<String> found(AuditVerdict verdict) {
    return verdict.findings().stream().map(found -> found.kind() + " " + found.count());
  }
}
