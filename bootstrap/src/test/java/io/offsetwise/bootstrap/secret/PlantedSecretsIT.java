package io.offsetwise.bootstrap.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.adapters.kafka.feed.TopicCreator;
import io.offsetwise.adapters.kafka.local.LoopbackPort;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.jdbc.SecretReference;
import io.offsetwise.bootstrap.Main;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.local.SharedServices;
import io.offsetwise.bootstrap.process.ThisProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job with everything switched on that writes or shows something, and secrets given in each way
 * there is. What is no secret, the stream's name, is looked for in the same way and found in each
 * kind of place: the search works.
 */
class PlantedSecretsIT {

  private static final String TOPIC = "planted-secrets";
  private static final String STREAM = "canary-4711";
  private static final String LOGIN = "planted-login-4712";
  private static final String TRUST = "planted-trust-4713";
  private static final String WRONG = "planted-wrong-4714";
  private static final String DATABASE_REFUSES = "refuses the user or the password";
  private static final String DATABASE_VARIABLE = "PLANTED_DATABASE";
  private static final String LOGIN_VARIABLE = "PLANTED_LOGIN";
  private static final int TERMINATED = 143;
  private static final int UNAVAILABLE = 4;
  private static final Duration BOUND = Duration.ofMinutes(2);

  @TempDir private Path folder;

  private final List<Place> places = new ArrayList<>();
  private SharedServices services;
  private Credentials.User user;

  @BeforeEach
  void start() throws Exception {
    services = SharedServices.ofThisJvm();
    user = (Credentials.User) services.database().credentials();
    services.claimTopic(TOPIC, this);
    KafkaConnection kafka = KafkaConnection.to(Duration.ofSeconds(20), services.kafka());
    try (TopicCreator topics = TopicCreator.open(kafka)) {
      topics.createIfAbsent(TOPIC, 2);
    }
    Files.createDirectory(folder.resolve("events"));
    Files.writeString(folder.resolve("trust"), TRUST);
    Files.writeString(folder.resolve("login"), LOGIN);
  }

  @Test
  void noSecretIsWrittenAnywhere() throws Exception {
    String password = user.password().resolve();
    watched(password);
    refused();
    shown();

    assertThat(places)
        .hasSize(8)
        .allSatisfy(
            place -> {
              assertThat(place.texts()).as(place + " is searched").anyMatch(of(place.witness()));
              assertThat(place.texts()).as(place.name()).noneMatch(of(password));
              assertThat(place.texts()).as(place.name()).noneMatch(of(LOGIN));
              assertThat(place.texts()).as(place.name()).noneMatch(of(TRUST));
              assertThat(place.texts()).as(place.name()).noneMatch(of(WRONG));
            });
  }

  /** A run that ends by a signal, so that its pages can be looked at. */
  private void watched(String password) throws Exception {
    WebPages ui = new WebPages(LoopbackPort.any(1).get(0));
    List<String> words = new ArrayList<>(List.of("run", "--records=500", "--output=json"));
    words.addAll(byEnvironment());
    words.add("-Dspark.ui.port=" + ui.port());
    Program.Running job = started(password, words);
    try {
      await().atMost(BOUND).until(() -> !job.isAlive() || (ui.isThere() && checkpoints() >= 2));
      assertThat(job.isAlive()).as(() -> read(job.err())).isTrue();
      places.add(new Place("web UI", STREAM, ui.texts()));
      places.add(new Place("command lines", STREAM, commandLines(job)));
    } finally {
      job.process().destroy();
      Program.end(job);
    }
    Program.Ended ended = Program.end(job);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(TERMINATED);
    places.add(new Place("report", STREAM, List.of(ended.out())));
    places.add(new Place("event log", STREAM, PlainFile.allIn(folder.resolve("events"))));
    places.add(new Place("checkpoint", STREAM, PlainFile.allIn(data().resolve("checkpoint"))));
  }

  /** A run whose password is wrong. */
  private void refused() throws Exception {
    List<String> words = new ArrayList<>(List.of("--debug", "run", "--until-caught-up"));
    words.addAll(byEnvironment());
    Program.Ended ended = Program.end(started(WRONG, words));
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(UNAVAILABLE);
    places.add(new Place("messages", DATABASE_REFUSES, List.of(ended.err())));
  }

  /** Verbs that show settings and results, with the same secrets in files. */
  private void shown() throws Exception {
    Program here = new Program(folder);
    List<String> shown = new ArrayList<>();
    for (List<String> verb :
        List.of(List.of("config", "show"), List.of("config", "show", "-o", "json"))) {
      Program.Ended ended = here.runHere(words(verb, byFile()));
      assertThat(ended.exitCode()).as(ended.err()).isZero();
      shown.add(ended.out() + ended.err());
    }
    places.add(new Place("config show", STREAM, shown));
    Program.Ended audit = here.runHere(words(List.of("audit"), byFile()));
    assertThat(audit.exitCode()).as(audit.err()).isZero();
    places.add(new Place("log", STREAM, PlainFile.allIn(data().resolve("logs"))));
  }

  private List<String> byEnvironment() {
    return settings(
        "storage.jdbc.password-env=" + DATABASE_VARIABLE, "${env:" + LOGIN_VARIABLE + "}");
  }

  private List<String> byFile() {
    String path = ((SecretReference.SecretFile) user.password()).path();
    return settings(
        "storage.jdbc.password-file=" + path, "${file:" + folder.resolve("login") + "}");
  }

  private List<String> settings(String password, String login) {
    JdbcSettings database = services.database();
    return Stream.of(
            "job.name=" + STREAM,
            "job.guarantee=idempotent-exactly-once",
            "job.batch-interval=200ms",
            "offsets.storage=checkpoint",
            "kafka.bootstrap-servers=" + services.kafka(),
            "kafka.topics=" + TOPIC,
            "kafka.properties.ssl.truststore.password=${file:" + folder.resolve("trust") + "}",
            "kafka.properties.sasl.jaas.config="
                + "org.apache.kafka.common.security.plain.PlainLoginModule required"
                + " username=\"u\" password=\""
                + login
                + "\";",
            "storage.jdbc.url=" + database.url(),
            "storage.jdbc.user=" + user.name(),
            password,
            "spark.master=local[2]",
            "spark.ui.enabled=true",
            "spark.eventLog.enabled=true",
            "spark.eventLog.compress=true",
            "spark.eventLog.dir=" + folder.resolve("events").toUri())
        .map(setting -> "-D" + setting)
        .toList();
  }

  private Program.Running started(String password, List<String> words) throws IOException {
    List<String> command = new ArrayList<>(List.of(ThisProgram.java(), "-XX:+UseSerialGC"));
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ", -1)));
    command.add("-Dlog4j2.configurationFile=log4j2.properties");
    command.addAll(List.of("-cp", ThisProgram.classPath(), Main.class.getName()));
    command.addAll(words);
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    process.environment().put(DATABASE_VARIABLE, password);
    process.environment().put(LOGIN_VARIABLE, LOGIN);
    return new Program.Running(process.start(), out, err);
  }

  private List<String> commandLines(Program.Running job) {
    return Stream.of(
            Stream.of(job.process().toHandle()),
            job.process().descendants(),
            ProcessHandle.of(services.pid()).stream())
        .flatMap(processes -> processes)
        .map(process -> Path.of("/proc", Long.toString(process.pid()), "cmdline"))
        .filter(Files::exists) // Spark asks the system by processes that end at once
        .map(PlantedSecretsIT::read)
        .toList();
  }

  private int checkpoints() throws IOException {
    Path checkpoint = data().resolve("checkpoint");
    if (Files.notExists(checkpoint)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(checkpoint)) {
      return (int) files.filter(file -> file.toString().contains("/checkpoint-")).count();
    }
  }

  private Path data() {
    return folder.resolve(".offsetwise");
  }

  /**
   * Where a secret could come to light.
   *
   * @param name for people
   * @param witness what is no secret and is there
   * @param texts all that is there
   */
  private record Place(String name, String witness, List<String> texts) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static String[] words(List<String> verb, List<String> settings) {
    return Stream.concat(verb.stream(), settings.stream()).toArray(String[]::new);
  }

  private static Predicate<String> of(String sought) {
    return text -> text.contains(sought);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
