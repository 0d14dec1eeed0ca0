package io.offsetwise.bootstrap.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.run.ProcessSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code prove} of the packaged program: real processes are halted and counted, and however it
 * ends, nothing of it goes on.
 */
class ProveIT {

  private static final int UNAVAILABLE = 4;
  private static final int TERMINATED = 143;

  @TempDir private Path folder;

  @Tag("full")
  @Test
  void whatIsObservedIsWhatWasPredicted() throws Exception {
    try (RunningProof proof =
        RunningProof.start(
            folder,
            "--guarantee=at-most-once,transactional-exactly-once",
            "--scope=partition",
            "--records=300",
            "--seed=7",
            "--output=json")) {
      JsonNode services = proof.services();
      String password = proof.databasePassword();

      Program.Ended ended = proof.end();

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(List.of(ended.out(), ended.err(), Files.readString(proof.report())))
          .anyMatch(text -> text.contains("transactional-exactly-once"))
          .noneMatch(text -> text.contains(password));
      assertThat(ended.err()).isEqualTo("the report is in " + proof.report() + "\n");
      proof.requireNothingLeftBut(services, proof.report());
      requireProved(new ObjectMapper().readTree(ended.out()));
    }
  }

  private static void requireProved(JsonNode json) {
    assertThat(json.get("valid").asBoolean()).isTrue();
    assertThat(json.get("seed").asLong()).isEqualTo(7);
    assertThat(json.get("cells")).hasSize(2);
    JsonNode losing = json.at("/cells/0");
    assertThat(losing.get("crashAt").asText()).isEqualTo("between-commits@task-middle");
    assertThat(losing.get("observed").asText()).isEqualTo("lost");
    assertThat(losing.get("lost").asLong()).isEqualTo(300 - losing.get("stored").asLong());
    assertThat(losing.get("lost").asLong()).isPositive();
    JsonNode exact = json.at("/cells/1");
    assertThat(exact.get("crashAt").asText()).isEqualTo("inside-transaction@task-middle");
    assertThat(exact.get("observed").asText()).isEqualTo("intact");
    assertThat(exact.get("distinct").asLong()).isEqualTo(300);
    assertThat(exact.get("balanceError").asLong()).isZero();
    assertThat(json.get("cells"))
        .allSatisfy(cell -> assertThat(cell.get("kept").asBoolean()).isTrue());
  }

  @Tag("full")
  @Test
  void aSignalInTheMiddleLeavesNothingBehind() throws Exception {
    requireNothingLeftAfter(proof -> ProcessSignal.TERM.sendTo(proof.running().process()));
  }

  @Test
  void ctrlCInTheMiddleLeavesNothingBehind() throws Exception {
    ProcessSignal.INT.requireDeliverable();
    requireNothingLeftAfter(RunningProof::pressCtrlC);
  }

  private void requireNothingLeftAfter(ThrowingConsumer<RunningProof> signal) throws Exception {
    try (RunningProof proof = RunningProof.start(folder, "--guarantee=at-least-once")) {
      JsonNode services = proof.services();
      proof.awaitJob();

      signal.accept(proof);

      Program.Ended ended = proof.end();
      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(TERMINATED);
      assertThat(ended.out()).isEmpty();
      proof.requireNothingLeftBut(services);
    }
  }

  @Tag("full")
  @Test
  void aFailureInsideLeavesNothingBehind() throws Exception {
    try (RunningProof proof = RunningProof.start(folder, "--guarantee=at-least-once")) {
      JsonNode services = proof.services();
      proof.awaitJob();

      ProcessHandle.of(services.at("/process/pid").asLong()).orElseThrow().destroyForcibly();

      Program.Ended ended = proof.end();
      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(UNAVAILABLE);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err()).startsWith("offsetwise: ").doesNotContain("\tat ");
      proof.requireNothingLeftBut(services);
    }
  }
}
