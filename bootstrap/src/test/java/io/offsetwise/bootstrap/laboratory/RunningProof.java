package io.offsetwise.bootstrap.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.run.ProcessSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code prove} in a folder of its own, seen from outside.
 *
 * @param folder its working directory; every process that it starts has it in its command line
 * @param running the process
 */
record RunningProof(Path folder, Program.Running running) implements AutoCloseable {

  private static final Duration BOUND = Duration.ofSeconds(60);

  static RunningProof start(Path folder, String... words) throws IOException {
    String[] all = Stream.concat(Stream.of("prove"), Stream.of(words)).toArray(String[]::new);
    return new RunningProof(folder, new Program(folder).start(all));
  }

  /** Waits until its broker and its database answer. */
  JsonNode services() throws IOException {
    await().atMost(BOUND).until(() -> servicesFile().isPresent() || !running.isAlive());
    return new ObjectMapper().readTree(servicesFile().orElseThrow().toFile());
  }

  /** What nobody but its jobs may know; once its services answer. */
  String databasePassword() throws IOException {
    Path file =
        files(folder.resolve(".offsetwise")).stream()
            .filter(each -> each.endsWith("password"))
            .findFirst()
            .orElseThrow();
    return Files.readString(file);
  }

  /** Waits until a job that is going to be halted runs. */
  void awaitJob() {
    await()
        .atMost(BOUND)
        .until(() -> processes().anyMatch(line -> line.contains("HaltingJobMain")));
  }

  /** As a terminal does it: the signal goes to every process in the foreground. */
  void pressCtrlC() throws IOException, InterruptedException {
    ProcessSignal.INT.sendTo(
        Stream.concat(
                Stream.of(running.process().pid()), handles().map(ProcessHandle::pid).distinct())
            .toList());
  }

  Program.Ended end() throws IOException, InterruptedException {
    return Program.end(running);
  }

  /** The page that shows what came of it. */
  Path report() {
    return folder.resolve(".offsetwise/prove/report.html");
  }

  /** No process, no port and no file but these and the log. */
  void requireNothingLeftBut(JsonNode services, Path... files) throws IOException {
    assertThat(processes()).isEmpty();
    String kafka = services.at("/addresses/kafka").asText();
    assertThat(isOpen(Integer.parseInt(kafka.substring(kafka.lastIndexOf(':') + 1)))).isFalse();
    assertThat(isOpen(services.at("/addresses/databasePort").asInt())).isFalse();
    List<Path> expected = new ArrayList<>(List.of(files));
    expected.add(folder.resolve(".offsetwise/prove/logs/prove.log"));
    assertThat(files(folder.resolve(".offsetwise"))).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Leaves nothing behind, whatever became of the test. */
  @Override
  public void close() {
    handles().forEach(ProcessHandle::destroyForcibly);
  }

  private Optional<Path> servicesFile() throws IOException {
    return files(folder.resolve(".offsetwise")).stream()
        .filter(file -> file.endsWith("local/services.json"))
        .findFirst();
  }

  private Stream<String> processes() {
    return handles().flatMap(handle -> handle.info().commandLine().stream());
  }

  private Stream<ProcessHandle> handles() {
    String place = folder.toString();
    return ProcessHandle.allProcesses()
        .filter(
            handle -> handle.info().commandLine().filter(line -> line.contains(place)).isPresent());
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  /** A folder that is being deleted meanwhile has no files. */
  private static List<Path> files(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (UncheckedIOException vanishing) {
      return List.of();
    }
  }
}
