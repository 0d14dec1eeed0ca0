package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.laboratory.halt.Halt;
import io.offsetwise.bootstrap.laboratory.process.StartedProcess;
import io.offsetwise.bootstrap.laboratory.proof.Prediction;
import io.offsetwise.bootstrap.laboratory.testbed.Testbed;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;

/** One build under one fault, in processes of its own, and what came of it. */
final class JobOnTestbed {

  private static final Duration BOUND = Duration.ofMinutes(5);

  private final Testbed testbed;
  private final Build build;
  private final Fault fault;
  private final StreamName stream;
  private final Path folder;
  private final Path marker;
  private final Spot spot;

  JobOnTestbed(Testbed testbed, Build build, Fault fault) {
    this.testbed = testbed;
    this.build = build;
    this.fault = fault;
    this.stream = new StreamName(word(fault.name()) + "-" + word(build.name()));
    this.folder = testbed.folder().of(stream);
    this.marker = folder.resolve("struck.json");
    long shortest = testbed.feed().shortestPartition();
    // In the second of four batches: there are others before and after it.
    this.spot = new Spot(marker.toString(), shortest * 3 / 8, shortest - 1);
  }

  /** Runs it to its end, and counts. */
  Observation observe() throws InterruptedException {
    int exitCode = fault.strike(this);
    Observation observation =
        new Observation(
            new Prediction(
                fault.predicted(),
                inFlight(exitCode),
                fault.guarantee().plan().outcomeOfEarlierSaves()),
            exitCode,
            testbed.evidence(stream, fault.guarantee().plan()));
    System.out.println(stream + ": " + observation + ", harm " + observation.harm());
    return observation;
  }

  /** What was being saved when the fault struck. */
  private List<OffsetRange> inFlight(int exitCode) {
    if (!fault.strikes()) {
      return List.of();
    }
    return Halt.readFrom(marker)
        .map(Halt::inFlight)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    stream + " was not struck and ended with code " + exitCode));
  }

  /** The job to its end, then the product. */
  int restart() throws InterruptedException {
    int exitCode = start().end(BOUND);
    catchUp();
    return exitCode;
  }

  /** The job until it stands still, the product to its end, then the rest of the job. */
  int replace() throws InterruptedException {
    StartedProcess job = start();
    Awaitility.await().atMost(BOUND).until(() -> Files.exists(marker) || !job.process().isAlive());
    catchUp();
    goOn();
    return job.end(BOUND);
  }

  private StartedProcess start() {
    return testbed
        .processes()
        .start(
            Program.withArchive(
                testbed
                    .commands()
                    .command(
                        BuiltJobMain.class,
                        BuiltJobMain.words(build, fault, spot),
                        settings(fault.master()),
                        folder)),
            folder,
            folder.resolve("struck.txt"));
  }

  /**
   * Positions further than the results are what a wrong build may leave behind. The product refuses
   * to start with them; here it goes on, so that what is lost is counted.
   */
  private void catchUp() throws InterruptedException {
    Map<String, String> settings = settings("local[1]");
    settings.put("start.accept", "position-ahead");
    StartedProcess product =
        testbed
            .processes()
            .start(
                Program.withArchive(testbed.commands().catchingUp(settings, folder)),
                folder,
                folder.resolve("catch-up.txt"));
    int exitCode = product.end(BOUND);
    if (exitCode != 0) {
      throw new IllegalStateException(
          stream + " did not catch up: code " + exitCode + ", " + product.lastWords());
    }
  }

  private void goOn() {
    try {
      Files.createFile(spot.release());
    } catch (IOException notWritable) {
      throw new UncheckedIOException("what stands still cannot be released", notWritable);
    }
  }

  private Map<String, String> settings(String master) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("job.name", stream.value());
    settings.put("job.guarantee", fault.guarantee().key());
    settings.put("job.scope", fault.scope().key());
    settings.put("spark.master", master);
    return settings;
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
