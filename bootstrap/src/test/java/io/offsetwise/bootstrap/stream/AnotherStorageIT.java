package io.offsetwise.bootstrap.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.administration.Overwriting;
import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.job.Jobs;
import io.offsetwise.bootstrap.offsets.OffsetAdministration;
import io.offsetwise.bootstrap.run.JobRunner;
import io.offsetwise.bootstrap.run.RunOptions;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A new storage is one class: job, audit and administration work with it as with the others. */
class AnotherStorageIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();

  private static final Storages STORAGES =
      new Storages(
          List.of(new StorageFactory(OffsetStorage.OWN, OwnStorage::new), MemoryStorage.FACTORY));

  private static final Progress SILENT = new Progress.Silent();

  @TempDir private static Path folder;

  @Test
  void aJobRunsAndGoesOnWithItAndIsAudited() throws Exception {
    Settings settings = settings("memory-run");
    KAFKA.create("memory-run", 2);
    KAFKA.append("memory-run", 0, 20);
    run(settings);
    KAFKA.append("memory-run", 1, 10);

    run(settings);

    assertThat(positions(settings)).isEqualTo(at("memory-run", 20, 10));
    AuditReport audit = audit(settings);
    assertThat(audit.findings()).isEmpty();
    assertThat(groups()).doesNotContain("memory-run");
  }

  @Test
  void itsOffsetsAreDescribedAndCopied() throws Exception {
    Settings settings = settings("memory-copy");
    KAFKA.create("memory-copy", 2);
    KAFKA.append("memory-copy", 0, 5);
    run(settings);
    OffsetAdministration administration = new OffsetAdministration(settings, SILENT, STORAGES);

    assertThat(administration.looking(services -> services.describe().describe()).storages())
        .singleElement()
        .satisfies(found -> assertThat(found.partitions()).hasSize(2));
    administration.moving(
        services ->
            services
                .copy()
                .execute(OffsetStorage.KAFKA, OffsetStorage.OWN, Overwriting.REFUSED, "this test"));

    assertThat(positions(settings)).isEqualTo(Positions.of(Map.of()));
    Settings moved = settings("memory-copy", "offsets.storage", "own");
    assertThat(positions(moved)).isEqualTo(at("memory-copy", 5, 0));
  }

  @Test
  void itSaysItselfWhatItRefuses() {
    Settings settings = settings("memory-refused", "job.scope", "partition");

    assertThatThrownBy(() -> Preconditions.require(settings, ResultKind.KEYED, STORAGES))
        .hasMessage("executors do not share this memory; choose scope batch");
  }

  @Test
  void whatIsNotThereIsNamed() {
    Settings settings = settings("memory-absent", "offsets.storage", "checkpoint");

    assertThatThrownBy(() -> Preconditions.require(settings, ResultKind.KEYED, STORAGES))
        .hasMessageContainingAll("offsets.storage = checkpoint", "[own, kafka]");
  }

  private static void run(Settings settings) throws InterruptedException {
    RunOptions options = new RunOptions(RunLimit.UNTIL_CAUGHT_UP, OptionalLong.empty());
    try (OpenStream stream = OpenStream.of(settings, SILENT, STORAGES)) {
      new JobRunner(settings, options, new StopRequest(), SILENT).run(stream);
    }
  }

  private static AuditReport audit(Settings settings) throws InterruptedException {
    try (OpenStream stream = OpenStream.of(settings, SILENT, STORAGES)) {
      return stream.audit(audit -> audit.of(Jobs.of(settings)));
    }
  }

  private static Positions positions(Settings settings) throws InterruptedException {
    StreamName name = settings.job().name();
    try (OpenStream stream = OpenStream.of(settings, SILENT, STORAGES);
        var offsets = stream.storage().offsets()) {
      return offsets.nextOffsets(name);
    }
  }

  private static Positions at(String topic, long first, long second) {
    return Positions.of(
        Map.of(new TopicPartition(topic, 0), first, new TopicPartition(topic, 1), second));
  }

  private static List<String> groups() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA.server()))) {
      return admin.listConsumerGroups().all().get().stream().map(group -> group.groupId()).toList();
    }
  }

  private static Settings settings(String name, String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("data-dir", folder.toString());
    settings.put("job.name", name);
    settings.put("job.kind", "message-lengths");
    settings.put("job.guarantee", "at-least-once");
    settings.put("job.scope", "batch");
    settings.put("job.batch-interval", "100ms");
    settings.put("offsets.storage", "kafka");
    settings.put("kafka.bootstrap-servers", KAFKA.server());
    settings.put("kafka.topics", name);
    settings.put("storage.jdbc.url", "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0");
    for (int index = 0; index < more.length; index += 2) {
      settings.put(more[index], more[index + 1]);
    }
    return Configuration.load(Optional.empty(), settings).settings();
  }
}
