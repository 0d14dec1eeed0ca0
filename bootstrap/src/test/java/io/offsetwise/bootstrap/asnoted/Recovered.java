package io.offsetwise.bootstrap.asnoted;

import io.offsetwise.domain.guarantee.FailurePoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The driver's process is killed after results, and recovers from its Spark checkpoint. */
record Recovered() implements Scenario {

  private static final int RECORDS = 40;

  @Override
  public String provoked() {
    return "killed after results, recovered";
  }

  @Override
  public Outcome play(Stage stage) throws Exception {
    stage.append(RECORDS);
    Pause secondBatch = stage.pauseAt(FailurePoint.AFTER_LAST_COMMIT, 2, 0);
    try (HeldDriver driver = stage.startProcess(secondBatch)) {
      driver.awaitHeld();
      Wait.until(() -> isWritten(stage.checkpoint()));
      driver.kill();
    }
    stage.runToTheEnd();
    return Outcome.of(stage.count());
  }

  /** Spark writes a checkpoint under another name first. */
  private static boolean isWritten(Path checkpoint) throws IOException {
    if (!Files.isDirectory(checkpoint)) {
      return false;
    }
    try (Stream<Path> files = Files.list(checkpoint)) {
      return files.anyMatch(file -> file.getFileName().toString().matches("checkpoint-\\d+"));
    }
  }
}
