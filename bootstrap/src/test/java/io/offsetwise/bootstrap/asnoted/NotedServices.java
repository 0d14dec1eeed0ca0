package io.offsetwise.bootstrap.asnoted;

import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.local.LocalDatabase;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.adapters.storage.local.LocalDatabaseSettings;
import io.offsetwise.bootstrap.asnoted.program.Database;
import io.offsetwise.bootstrap.asnoted.program.NotedProgram;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.bootstrap.stream.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A broker, a database server and a Spark for all programs of a test class. Programs in other
 * processes reach the first two as well, and die without them.
 */
final class NotedServices implements BeforeAllCallback, AfterAllCallback {

  private final LocalKafka kafka = new LocalKafka();
  private final LocalSpark spark = LocalSpark.withRetries();
  private final AtomicInteger stages = new AtomicInteger();
  private Path folder;
  private LocalDatabase database;

  @Override
  public void beforeAll(ExtensionContext test) throws Exception {
    folder = Files.createTempDirectory("noted");
    kafka.beforeAll(test);
    spark.beforeAll(test);
    // Failures are provoked here by the dozen; their traces would hide everything else.
    spark.context().setLogLevel("OFF");
    database =
        LocalDatabaseKind.H2.start(LocalDatabaseSettings.onAnyPort(folder.resolve("database")));
    new NotedTables(address("none")).create();
  }

  @Override
  public void afterAll(ExtensionContext test) throws IOException {
    spark.context().setLogLevel("WARN");
    spark.afterAll(test);
    kafka.afterAll(test);
    database.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Two topics of five partitions together, and the rows of their offsets, for this program. */
  Stage stage(NotedProgram program) throws Exception {
    String name = "noted-" + stages.incrementAndGet();
    List<Partitions> topics =
        List.of(new Partitions(name + "-a", 3), new Partitions(name + "-b", 2));
    topics.forEach(topic -> kafka.create(topic.topic(), topic.count()));
    NotedTables tables = new NotedTables(address(name));
    tables.putOffsets(topics);
    Path own = Files.createDirectory(folder.resolve(name));
    return new Stage(program, kafka, topics, tables, new Program(own));
  }

  private Database address(String program) {
    JdbcSettings client = database.client();
    Properties login = client.credentials().resolve();
    return new Database(
        client.url(), login.getProperty("user"), login.getProperty("password"), program);
  }

  /** A topic and how many partitions it has. */
  record Partitions(String topic, int count) {}
}
