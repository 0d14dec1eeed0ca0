package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.run.JobRunner;
import io.offsetwise.bootstrap.run.RunOptions;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import io.offsetwise.bootstrap.stream.ServicesInUse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The wallet job with settings of a test, all of the product in it.
 *
 * @param program runs it as a process
 * @param settings over the defaults
 */
record FaultyJob(Program program, Map<String, String> settings) {

  /** The program has one already. */
  private static final String DATA_DIR = "-Ddata-dir=";

  FaultyJob with(String key, String value) {
    Map<String, String> changed = new HashMap<>(settings);
    changed.put(key, value);
    return new FaultyJob(program, Map.copyOf(changed));
  }

  /** As a process, with a JVM of its own options. */
  FaultyJob withJvm(String... options) {
    return new FaultyJob(new Program(program.folder(), List.of(options)), settings);
  }

  /** Reads to the end of the log, in this JVM. */
  void untilCaughtUp() throws InterruptedException {
    runner(RunLimit.UNTIL_CAUGHT_UP, new StopRequest()).run();
  }

  /** The same; returns the batches that it saved. */
  List<SavedBatch> batchesUntilCaughtUp() throws InterruptedException {
    return batchesUntilCaughtUp(() -> {});
  }

  /** The same; {@code look} is called after each of them. */
  List<SavedBatch> batchesUntilCaughtUp(Runnable look) throws InterruptedException {
    SeenBatches seen = new SeenBatches(Collections.synchronizedList(new ArrayList<>()), look);
    runner(RunLimit.UNTIL_CAUGHT_UP, new StopRequest(), seen).run();
    return seen.batches();
  }

  /** The same, where it must not succeed. */
  Stop stopped() {
    return Stop.of(catchThrowable(this::untilCaughtUp));
  }

  /** Closes what this JVM holds of its database, for whoever stops or deletes that. */
  void disconnect() throws Exception {
    try (ServicesInUse services = ServicesInUse.of(allSettings(), new Progress.Silent())) {
      PerJvm.close(services.connections().results());
    }
  }

  /** Runs in this JVM, until it is stopped, in a thread of its own. */
  RunningJob start() {
    return start(new Progress.Silent());
  }

  /** The same, shown to whoever looks. */
  RunningJob start(Progress progress) {
    StopRequest stop = new StopRequest();
    return RunningJob.of(runner(RunLimit.UNTIL_STOPPED, stop, progress), stop);
  }

  /** Runs as a process until it is stopped. */
  Driver startProcess() throws IOException {
    return new Driver(program.start(arguments()));
  }

  /** The same, where it finds the classes of the tests as well. */
  Driver startProcessWithTests() throws IOException {
    return new Driver(program.startWithTests(arguments()));
  }

  /** Another verb with the same settings, in this JVM. */
  Program.Ended verb(String... words) {
    return program.runHere(
        Stream.concat(Stream.of(words), options().filter(option -> !option.startsWith(DATA_DIR)))
            .toArray(String[]::new));
  }

  private String[] arguments() {
    return Stream.concat(Stream.of("run", "-ojson"), options()).toArray(String[]::new);
  }

  private Stream<String> options() {
    return settings.entrySet().stream()
        .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue());
  }

  /** Its settings with the defaults. */
  Settings allSettings() {
    return Configuration.load(Optional.empty(), settings).settings();
  }

  private JobRunner runner(RunLimit limit, StopRequest stop) {
    return runner(limit, stop, new Progress.Silent());
  }

  private JobRunner runner(RunLimit limit, StopRequest stop, Progress progress) {
    return new JobRunner(
        allSettings(), new RunOptions(limit, OptionalLong.empty()), stop, progress);
  }
}
