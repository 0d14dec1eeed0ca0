package io.offsetwise.bootstrap.run;

import io.offsetwise.adapters.spark.driver.metrics.StreamSource;
import io.offsetwise.adapters.spark.driver.runtime.SparkRuntime;
import io.offsetwise.adapters.storage.result.TextKeys;
import io.offsetwise.adapters.storage.save.NewDeadLetters;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.session.DriverIdentity;
import io.offsetwise.application.session.OpenTransactionWatch;
import io.offsetwise.application.session.PresenceBeat;
import io.offsetwise.application.session.SavedPositions;
import io.offsetwise.application.session.SessionObserver;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.session.StreamFigures;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.process.ThisMachine;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.stream.Connections;
import io.offsetwise.bootstrap.stream.OpenStream;
import io.offsetwise.bootstrap.stream.Preconditions;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Runs a job's stream in this process: the one place where things are opened and closed.
 *
 * <p>Used in the process's main thread. A wish to stop ends the run between two batches.
 */
public final class JobRunner {

  /** Several may be missed before the driver is taken for dead. */
  private static final Duration BEAT = Duration.ofSeconds(2);

  /** The figures that an operator watches may be as old as this. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final Settings settings;
  private final RunnableJob job;
  private final RunOptions options;
  private final StopRequest stop;
  private final Progress progress;
  private final SaveCollaborators collaborators;

  /** A run of these settings, which can be ended through {@code stop}. */
  public JobRunner(Settings settings, RunOptions options, StopRequest stop, Progress progress) {
    this(settings, options, stop, progress, SaveCollaborators.STANDARD);
  }

  /** The same run, whose saves are made with other collaborators than the product's. */
  public JobRunner(
      Settings settings,
      RunOptions options,
      StopRequest stop,
      Progress progress,
      SaveCollaborators collaborators) {
    this(settings, options, stop, progress, collaborators, DeclaredJob.of(settings));
  }

  /** A run of a job that the settings need not name. */
  public JobRunner(
      Settings settings,
      RunOptions options,
      StopRequest stop,
      Progress progress,
      SaveCollaborators collaborators,
      RunnableJob job) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.options = Objects.requireNonNull(options, "options");
    this.stop = Objects.requireNonNull(stop, "stop");
    this.progress = Objects.requireNonNull(progress, "progress");
    this.collaborators = Objects.requireNonNull(collaborators, "collaborators");
    this.job = Objects.requireNonNull(job, "job");
  }

  /**
   * Runs to the end.
   *
   * @return what came of it
   * @throws io.offsetwise.application.stop.StoppedException what stopped the stream
   * @throws io.offsetwise.application.session.SessionFailedException what a batch failed with
   */
  public RunReport run() throws InterruptedException {
    requirePossible();
    try (SparkStart spark = SparkStart.of(settings);
        OpenStream stream = OpenStream.of(settings, progress)) {
      return run(stream, spark);
    }
  }

  /**
   * Refuses what cannot keep its promise; looks at settings and options alone.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code IMPOSSIBLE}
   */
  public void requirePossible() {
    Preconditions.require(settings, job.resultKind(settings.job().guarantee()));
    Feeding.requirePossible(options, job);
  }

  /**
   * Runs to the end over a stream that is open already, and stays so.
   *
   * @return what came of it
   * @throws io.offsetwise.application.stop.StoppedException what stopped the stream
   * @throws io.offsetwise.application.session.SessionFailedException what a batch failed with
   */
  public RunReport run(OpenStream stream) throws InterruptedException {
    try (SparkStart spark = SparkStart.of(settings)) {
      return run(stream, spark);
    }
  }

  private RunReport run(OpenStream stream, SparkStart spark) throws InterruptedException {
    Connections connections = stream.connections();
    Mirroring.requireAllowed(settings, connections);
    if (!connections.offsets().equals(connections.results())) {
      new SchemaMigration(connections.offsets()).migrate(SchemaPart.OFFSETS);
      new TextKeys(PerJvm.get(connections.offsets())).requireExact();
    }
    job.prepare(connections);
    RunParts parts = RunModule.assemble(stream, spark, job, stop, collaborators);
    try (OffsetStore offsets = parts.offsets();
        Feeding feeding = new Feeding(settings, options, stop)) {
      NewDeadLetters letters = NewDeadLetters.fromNowOn(PerJvm.get(connections.results()));
      feeding.start(job, connections.kafka(), stream.log(), progress);
      run(parts, stream, letters);
      feeding.requireNoFailure();
      return new EndOfRun(settings, job, options.comparison(), stop, progress)
          .report(outcome(offsets, parts.positions(), letters), stream.stores(), stream.log());
    }
  }

  private void run(RunParts parts, OpenStream stream, NewDeadLetters letters)
      throws InterruptedException {
    if (stop.isRequested()) {
      return; // while topics were fed
    }
    SparkRuntime spark = parts.spark().get();
    DriverIdentity driver = DriverIdentity.ofThisProcess(settings.job().name(), ThisMachine.name());
    try (BatchDisplay display = BatchDisplay.on(progress, stream.log(), parts.positions());
        Mirroring mirroring = Mirroring.of(settings, stream.connections(), display);
        OpenTransactionWatch transactions = transactions(stream, mirroring);
        StreamFigures figures = figures(parts, stream, letters, transactions);
        StreamSource metrics =
            StreamSource.register(spark.context(), settings.job().name(), figures);
        PresenceBeat beat = new PresenceBeat(stream.presence(), driver, BEAT, metrics)) {
      parts.loop().get().run(options.limit(), parts.positions(), beat);
    } finally {
      spark.close();
    }
  }

  private OpenTransactionWatch transactions(OpenStream stream, SessionObserver observer) {
    Duration patience = settings.kafka().openTransactionWarning();
    return new OpenTransactionWatch(
        stream.log(), patience, new OpenTransactionNotice(patience, progress), observer);
  }

  private StreamFigures figures(
      RunParts parts, OpenStream stream, NewDeadLetters letters, SessionObserver observer) {
    StreamName name = settings.job().name();
    return new StreamFigures(
        parts.positions(), stream.log(), () -> letters.of(name), LOOK, observer);
  }

  /** The last time counts: a topic may have been created again since. */
  private Positions begun(OffsetStore offsets) {
    Map<TopicPartition, Long> begun = new HashMap<>();
    offsets
        .starts(settings.job().name())
        .forEach(start -> begun.put(start.topicPartition(), start.nextOffset()));
    return Positions.of(begun);
  }

  private RunOutcome outcome(
      OffsetStore offsets, SavedPositions processed, NewDeadLetters letters) {
    return new RunOutcome(
        settings,
        begun(offsets),
        offsets.nextOffsets(settings.job().name()),
        processed.records(),
        processed.batches(),
        letters.of(settings.job().name()));
  }
}
