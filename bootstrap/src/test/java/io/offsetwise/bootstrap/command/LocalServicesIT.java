package io.offsetwise.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The local services as real processes, through the verbs; those run in this JVM wherever it does
 * not matter which process starts and stops the services.
 */
class LocalServicesIT {

  @TempDir private Path folder;

  private Program program;

  @BeforeEach
  void inAFolder() {
    program = new Program(folder);
  }

  @AfterEach
  void stopWhatRuns() {
    program.runHere("local", "stop");
  }

  @Test
  void startStatusStop() throws Exception {
    JsonNode started = json("local", "start", "-o", "json");
    JsonNode again = jsonHere("local", "start");
    JsonNode status = jsonHere("local", "status");

    assertThat(started.get("running").asBoolean()).isTrue();
    assertThat(started.get("kafka").asText()).startsWith("127.0.0.1:");
    assertThat(started.get("jdbcUrl").asText()).startsWith("jdbc:h2:tcp://127.0.0.1:");
    assertThat(List.of(again.get("pid"), status.get("pid"))).containsOnly(started.get("pid"));

    assertThat(json("local", "stop", "-o", "json").get("outcome").asText()).isEqualTo("stopped");
    assertThat(jsonHere("local", "status").get("running").asBoolean()).isFalse();
    assertThat(jsonHere("local", "stop").get("outcome").asText()).isEqualTo("not-running");
  }

  @Test
  void aJobOnPostgresql() throws Exception {
    String postgresql = "-Dlocal.database=postgresql";
    JsonNode started = jsonHere("local", "start", postgresql);
    assertThat(started.get("database").asText()).isEqualTo("postgresql");
    assertThat(started.get("jdbcUrl").asText()).startsWith("jdbc:postgresql://127.0.0.1:");
    assertOneSentence(program.runHere("local", "start"), "run with PostgreSQL");

    jsonHere("run", "--until-caught-up", "--records=2000", postgresql);
    JsonNode audit = jsonHere("audit", postgresql);

    assertThat(audit.get("kept").asBoolean()).as(audit.toString()).isTrue();
    assertThat(audit.get("stored").asInt()).isEqualTo(2_000);
    kill(started);
    Path postmaster = folder.resolve(".offsetwise/local/postgresql/data/postmaster.pid");
    assertThat(postmaster).exists();
    jsonHere("local", "stop");
    assertThat(postmaster).doesNotExist();
  }

  @Tag("full")
  @Test
  void ofTwoThatStartAtOnceOneStartsAndBothSucceed() throws Exception {
    List<Program.Running> starting = new ArrayList<>();
    for (int start = 0; start < 3; start++) {
      starting.add(program.start("local", "start", "-o", "json"));
    }

    List<JsonNode> pids = new ArrayList<>();
    int notices = 0;
    for (Program.Running start : starting) {
      Program.Ended ended = Program.end(start);
      assertThat(ended.exitCode()).as(ended.err()).isZero();
      pids.add(new ObjectMapper().readTree(ended.out()).get("pid"));
      notices += ended.err().isEmpty() ? 0 : 1;
    }

    assertThat(pids).containsOnly(pids.get(0));
    assertThat(notices).isEqualTo(1);
  }

  @Tag("full")
  @Test
  void afterAKillDataAndAddressesAreTheSame() throws Exception {
    JsonNode first = json("local", "start", "-o", "json");
    assertThat(json("produce", "--records", "500", "-o", "json").get("sent").asInt())
        .isEqualTo(500);

    kill(first);
    assertThat(json("local", "status", "-o", "json").get("running").asBoolean()).isFalse();
    JsonNode second = json("local", "start", "-o", "json");

    assertThat(second.get("pid")).isNotEqualTo(first.get("pid"));
    assertThat(second.get("kafka")).isEqualTo(first.get("kafka"));
    assertThat(second.get("jdbcUrl")).isEqualTo(first.get("jdbcUrl"));
    assertThat(json("produce", "--records", "600", "-o", "json").get("sent").asInt())
        .isEqualTo(100);
  }

  @Tag("full")
  @Test
  void whoeverStartsThemStopsThem() throws Exception {
    Files.writeString(folder.resolve("lines"), "one\n\nthree", StandardCharsets.UTF_8);

    Program.Ended ended = program.run("produce", "--file", "lines", "--topic", "words");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo("3 records written to words\n");
    assertThat(json("local", "status", "-o", "json").get("running").asBoolean()).isFalse();
  }

  @Tag("full")
  @Test
  void aStartThatIsKilledHalfWayIsNoObstacle() throws Exception {
    Program.Running start = program.start("local", "start");
    Path owner = folder.resolve(".offsetwise/local/process.json");
    await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(owner));
    start.process().destroyForcibly().waitFor();
    long orphan = new ObjectMapper().readTree(owner.toFile()).get("pid").asLong();

    JsonNode adopted = json("local", "start", "-o", "json");

    assertThat(adopted.get("pid").asLong()).isEqualTo(orphan);
  }

  @Tag("full")
  @Test
  void aStartWhoseServicesAreKilledHalfWayFailsAndTheNextOneSucceeds() throws Exception {
    Program.Running start = program.start("local", "start");
    Path owner = folder.resolve(".offsetwise/local/process.json");
    await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(owner));
    kill(new ObjectMapper().readTree(owner.toFile()));

    assertOneSentence(Program.end(start), "their process ended with code 137");
    assertThat(program.run("local", "start").exitCode()).isZero();
  }

  @Tag("full")
  @Test
  void ignoresTheInterruptOfATerminal() throws Exception {
    JsonNode services = json("local", "start", "-o", "json");

    signal("INT", services);
    signal("HUP", services);

    assertThat(json("produce", "--records", "1", "-o", "json").get("sent").asInt()).isEqualTo(1);
    assertThat(json("local", "status", "-o", "json").get("pid")).isEqualTo(services.get("pid"));
  }

  @Test
  void aHangingProcessIsKilled() throws Exception {
    signal("STOP", jsonHere("local", "start"));

    assertThat(jsonHere("local", "stop", "-Dlocal.stop-timeout=1s").get("outcome").asText())
        .isEqualTo("killed");
    assertThat(jsonHere("local", "status").get("running").asBoolean()).isFalse();
  }

  @Test
  void aPortInUseIsOneSentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      assertOneSentence(program.runHere("local", "start", "-Dlocal.kafka-port=" + port), port);
      assertOneSentence(program.runHere("local", "start", "-Dlocal.database-port=" + port), port);
    }
    assertThat(program.runHere("local", "start").exitCode()).isZero();
  }

  @Test
  void aDataFolderThatIsAFileIsOneSentence() throws Exception {
    Path file = Files.writeString(folder.resolve(".offsetwise"), "precious");

    assertOneSentence(program.run("local", "start"), file.toString());
    assertOneSentence(program.runHere("produce", "--records=1"), file.toString());
    assertThat(program.runHere("local", "stop").exitCode()).isZero();
    assertThat(file).hasContent("precious");
  }

  private static void assertOneSentence(Program.Ended ended, String part) {
    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines().filter(line -> line.startsWith("offsetwise: ")))
        .singleElement()
        .asString()
        .contains(part);
    assertThat(ended.err()).doesNotContain("\tat ", "Exception in");
  }

  private JsonNode jsonHere(String... args) throws IOException {
    List<String> words = new ArrayList<>(List.of(args));
    words.addAll(List.of("-o", "json"));
    return json(program.runHere(words.toArray(String[]::new)));
  }

  private JsonNode json(String... args) throws IOException, InterruptedException {
    return json(program.run(args));
  }

  private static JsonNode json(Program.Ended ended) throws IOException {
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return new ObjectMapper().readTree(ended.out());
  }

  private static void kill(JsonNode process) throws Exception {
    signal("KILL", process);
  }

  private static void signal(String name, JsonNode process) throws Exception {
    String pid = process.get("pid").asText();
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }
}
