package io.offsetwise.bootstrap.settings.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.SecretReference;
import io.offsetwise.bootstrap.settings.FeedSettings;
import io.offsetwise.bootstrap.settings.FirstStart;
import io.offsetwise.bootstrap.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where values come from, which of them wins, and what is shown of them. */
class ConfigurationTest {

  private static final String MASTER = "spark.master";

  @TempDir private Path folder;

  private ConfigurationFixture configuration;

  @BeforeEach
  void withoutAFile() throws Exception {
    configuration = new ConfigurationFixture(folder);
  }

  @Test
  void theCommandLineWinsOverTheFileAndTheFileOverTheDefaults() throws Exception {
    configuration.holding("feed { rate = 2, keys = 3 }");

    assertThat(configuration.with("feed.rate=4").settings().feed())
        .isEqualTo(new FeedSettings(1, 3, 4));
  }

  @Test
  void sparkSubmitWinsOverTheFileAndTheCommandLineOverSparkSubmit() throws Exception {
    configuration.holding("feed { rate = 2, keys = 3, seed = 7 }, spark.master = \"local[3]\"");
    System.setProperty("spark.offsetwise.feed.rate", "4");
    System.setProperty("spark.offsetwise.feed.keys", "5");
    System.setProperty("spark.master", "local[5]");
    try {
      Configuration submitted = configuration.with("feed.rate=6");

      assertThat(submitted.settings().feed()).isEqualTo(new FeedSettings(7, 5, 6));
      assertThat(submitted.settings().spark().properties()).containsEntry(MASTER, "local[5]");
      assertThat(submitted.shownValues())
          .contains(new ShownValue("feed.keys", "5", "spark-submit"));
    } finally {
      List.of("spark.offsetwise.feed.rate", "spark.offsetwise.feed.keys", MASTER)
          .forEach(System::clearProperty);
    }
  }

  @Test
  void aRelativePathIsRefusedWhereMachinesHaveFoldersOfTheirOwn() throws Exception {
    configuration.holding("spark.master = yarn, storage.jdbc.user = u");

    assertThat(configuration.problems("storage.jdbc.password-file=secret"))
        .singleElement()
        .asString()
        .contains("password-file = secret: must be an absolute path with spark.master = yarn");
    assertThat(configuration.problems("offsets.checkpoint.dir=points"))
        .singleElement()
        .asString()
        .contains("dir = points: must be an absolute path with spark.master = yarn");
    assertThat(configuration.problems("offsets.storage=checkpoint"))
        .singleElement()
        .asString()
        .contains("dir = null: must be an absolute path with spark.master = yarn");
    assertThat(configuration.problems("storage.jdbc.password-file=/run/secret")).isEmpty();
    assertThat(
            configuration.problems(
                "storage.jdbc.password-file=s", "spark.master=local-cluster[1,1,512]"))
        .isEmpty();
  }

  @Test
  void everyValueIsShownWithItsOrigin() throws Exception {
    configuration.holding("\nfeed.rate = 2");

    assertThat(configuration.with("feed.seed=5").shownValues())
        .contains(
            new ShownValue("feed.rate", "2", configuration.file() + ":2"),
            new ShownValue("feed.seed", "5", "command line"))
        .filteredOn(shown -> shown.key().equals("feed.keys"))
        .singleElement()
        .extracting(ShownValue::origin)
        .asString()
        .matches("reference\\.conf:\\d+");
  }

  @Test
  void secretsAreMasked() {
    List<ShownValue> values =
        configuration
            .with(
                "kafka.properties.sasl.jaas.config=user=\"u\" password=\"hunter2\";",
                "kafka.properties.ssl.keystore.password=hunter2",
                "spark.hadoop.fs.s3a.secret.key=hunter2",
                "storage.jdbc.url=jdbc:h2:tcp://db/x;password=hunter2",
                "storage.jdbc.password-env=NAME_OF_A_VARIABLE")
            .shownValues();

    assertThat(values).extracting(ShownValue::value).noneMatch(value -> value.contains("hunter2"));
    assertThat(values)
        .extracting(ShownValue::value)
        .contains("NAME_OF_A_VARIABLE", "jdbc:h2:tcp://db/x;password=******");
  }

  @Test
  void namesOfOthersMayBeQuotedOrNot() throws Exception {
    configuration.holding(
        """
        spark { executor.memory = 1g, "executor.cores" = 2 }
        kafka.properties.client.id = file
        """);

    Settings settings =
        configuration.with("spark.executor.memory=3g", "kafka.properties.client.rack=r").settings();

    assertThat(settings.spark().properties())
        .isEqualTo(Map.of("spark.executor.memory", "3g", "spark.executor.cores", "2"));
    assertThat(settings.kafka().properties())
        .isEqualTo(
            Map.of("client.id", "file", "client.rack", "r", "isolation.level", "read_committed"));
  }

  @Test
  void whetherUncommittedRecordsAreReadIsAPropertyOfKafkaWithADefaultOfItsOwn() throws Exception {
    assertThat(configuration.with().shownValues())
        .filteredOn(shown -> shown.key().equals("kafka.properties.isolation.level"))
        .extracting(ShownValue::value)
        .containsExactly("read_committed");

    configuration.holding("kafka { properties { isolation { level = read_uncommitted } } }");

    assertThat(configuration.with().settings().kafka().properties())
        .isEqualTo(Map.of("isolation.level", "read_uncommitted"));
  }

  @Test
  void aSparkNameMayContinueAnother() {
    assertThat(
            configuration
                .with("spark.speculation=false", "spark.speculation.quantile=0.9")
                .settings()
                .spark()
                .properties())
        .containsOnlyKeys("spark.speculation", "spark.speculation.quantile");
  }

  @Test
  void listsAreWrittenAsListsOrWithCommas() {
    assertThat(configuration.with("kafka.topics=[a,b]").settings().kafka().topics())
        .isEqualTo(configuration.with("kafka.topics=a,b").settings().kafka().topics())
        .containsExactly("a", "b");
  }

  @Test
  void aStartMayBeATime() {
    assertThat(configuration.with("start.first=2026-01-31T12:00:00Z").settings().start().first())
        .isEqualTo(new FirstStart.AtTime(Instant.parse("2026-01-31T12:00:00Z")));
  }

  @Test
  void thePasswordMayBeInAFile() {
    assertThat(
            configuration
                .with("storage.jdbc.user=ada", "storage.jdbc.password-file=/run/secrets/db")
                .settings()
                .storage()
                .credentials())
        .isEqualTo(new Credentials.User("ada", new SecretReference.SecretFile("/run/secrets/db")));
  }

  @Test
  void theFileMayNameDefaults() throws Exception {
    configuration.holding("job.name = \"reads-\"${offsets.storage}");

    assertThat(configuration.with().settings().job().name().value()).isEqualTo("reads-own");
  }

  @Test
  void theFileMayNameVariablesOfTheEnvironment() throws Exception {
    configuration.holding("job.name = ${PATH}\njob.name = ${?OFFSETWISE_NOT_SET}");

    assertThat(configuration.with().shownValues())
        .filteredOn(shown -> shown.key().equals("job.name"))
        .extracting(ShownValue::value)
        .containsExactly(System.getenv("PATH"));
  }

  @Test
  void aByteOrderMarkAndOtherLineEndsAreNothing() throws Exception {
    ConfigurationFixture configuration =
        new ConfigurationFixture(folder).holding("\uFEFFjob.name = bomjob\r\n\r\njob.kind = a\r\n");

    assertThat(configuration.problems()).isEmpty();
    assertThat(configuration.with().settings().job().name().value()).isEqualTo("bomjob");
  }

  @Test
  void anotherEncodingThanUtf8IsRefusedWithItsLine() throws Exception {
    ConfigurationFixture configuration = new ConfigurationFixture(folder);

    assertThat(
            configuration
                .holding("job.kind = a\njob.name = café\n".getBytes(StandardCharsets.ISO_8859_1))
                .problems())
        .containsExactly(
            "application.conf:2: cannot be read: line 2 holds bytes that are no text in UTF-8: save"
                + " it in UTF-8");
    assertThat(
            configuration
                .holding("\uFEFFjob.name = a\n".getBytes(StandardCharsets.UTF_16LE))
                .problems())
        .singleElement()
        .asString()
        .contains("application.conf:1: cannot be read: ", "UTF-16");
  }
}
