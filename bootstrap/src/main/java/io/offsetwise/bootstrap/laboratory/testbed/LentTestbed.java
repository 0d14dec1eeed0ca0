package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.laboratory.process.Processes;
import io.offsetwise.bootstrap.laboratory.process.ShortLivedJava;
import io.offsetwise.bootstrap.laboratory.subject.Feed;
import io.offsetwise.bootstrap.laboratory.subject.ProvedJob;
import io.offsetwise.bootstrap.laboratory.subject.SentRecords;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A testbed for one piece of work: the one place where the laboratory opens things and closes them.
 *
 * @param request how many payments its topics hold, and where its files lie
 * @param parts what it is made of
 * @param progress is shown how far it is
 * @param notices takes lines that people must see, terminal or not
 */
public record LentTestbed(
    ProofRequest request, TestbedParts parts, Progress progress, Consumer<String> notices) {

  public LentTestbed {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(parts, "parts");
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(notices, "notices");
  }

  /**
   * Starts broker and database, feeds the topics, does the work, and leaves nothing behind.
   *
   * @param processes starts the work's processes; closed in the end
   * @param stop somebody's wish to end
   * @throws InterruptedException when the end was asked for
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when
   *     broker or database cannot be started, or do not answer any more
   */
  public <T> T lend(Processes processes, StopRequest stop, Work<T> work)
      throws InterruptedException {
    try (ProofFolder folder = ProofFolder.below(request.folder(), request.fate(), notices);
        LaboratoryServices services =
            LaboratoryServices.start(folder.path(), parts.database(), progress::say);
        processes) {
      ProvedJob subject = ProvedJob.found();
      new SchemaMigration(services.database()).migrate(SchemaPart.OFFSETS, subject.job().schema());
      LaboratoryTopics topics = new LaboratoryTopics(services.kafka(), parts.topics());
      Feed feed = subject.feed(request.seed(), request.records(), LaboratoryTopics.partitions());
      topics.take(feed, request.seed());
      SentRecords sent = subject.sent();
      topics.replay(sent);
      return work.on(
          new Testbed(
              folder,
              new JobCommands(
                  new ShortLivedJava(folder.temporary()),
                  settings(services, subject, feed),
                  request.tasks()),
              processes,
              services.connections(),
              feed,
              sent,
              stop));
    }
  }

  private static Map<String, String> settings(
      LaboratoryServices services, ProvedJob subject, Feed feed) {
    Map<String, String> settings = new LinkedHashMap<>(services.addresses());
    settings.putAll(LaboratoryTopics.settings());
    settings.putAll(new JobPace(feed.shortestPartition()).settings());
    settings.put("job.kind", subject.job().kind());
    return settings;
  }

  /**
   * What is done on a testbed.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Work<T> {

    /**
     * Does it.
     *
     * @throws InterruptedException when somebody wants the end
     */
    T on(Testbed testbed) throws InterruptedException;
  }
}
