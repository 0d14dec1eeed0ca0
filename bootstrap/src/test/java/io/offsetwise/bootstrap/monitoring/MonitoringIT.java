package io.offsetwise.bootstrap.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.offsetwise.adapters.kafka.local.LoopbackPort;
import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.run.JobRunner;
import io.offsetwise.bootstrap.run.RunOptions;
import io.offsetwise.bootstrap.run.RunReport;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import io.offsetwise.bootstrap.stream.LocalKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The metrics of a job that runs, as Prometheus would read them, and the files that use them. */
class MonitoringIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();

  private static final Path FILES = Path.of("..", "docs", "monitoring");
  private static final String TOPIC = "watched-topic";
  private static final Duration BOUND = Duration.ofSeconds(90);
  private static final Pattern LINE = Pattern.compile("(\\w+)\\{type=\"gauges\"} (.+)");
  private static final Pattern RULE = Pattern.compile("(?m)^ +expr: (.+)$");

  @TempDir private Path folder;

  private final StopRequest stop = new StopRequest();
  private final HttpClient client = HttpClient.newHttpClient();
  private int port;
  private FutureTask<RunReport> run;

  @BeforeEach
  void start() throws Exception {
    port = LoopbackPort.any(1).get(0);
    KAFKA.create(TOPIC, 2);
    KAFKA.append(TOPIC, 1, 7);
    JobRunner runner =
        new JobRunner(
            Configuration.ofDefaults(settings()).settings(),
            new RunOptions(RunLimit.UNTIL_STOPPED, OptionalLong.empty()),
            stop,
            new Progress.Silent());
    run = new FutureTask<>(runner::run);
    Thread thread = new Thread(run, "watched-job");
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void end() throws Exception {
    stop.request();
    run.get(BOUND.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void theDriverExposesWhatTheFilesUseAndTheOperatorsPageNames() throws Exception {
    Map<String, String> partition =
        Map.of(
            "__name__",
            "kafka_consumergroup_group_offset",
            "group",
            "watched_stream",
            "topic",
            "watched_topic",
            "partition",
            "1");
    await()
        .atMost(BOUND)
        .untilAsserted(
            () ->
                assertThat(scraped())
                    .containsEntry(partition, 7.0)
                    // No payment is in them; the database is asked every ten seconds.
                    .containsEntry(ofStream("offsetwise_dead_letters"), 7.0));

    Set<String> exposed = ownNames(scraped());
    assertThat(exposed).hasSize(11);
    for (Expression used : expressions()) {
      assertThat(used.isWellFormed()).as(used.text()).isTrue();
      assertThat(used.metrics()).as(used.text()).isNotEmpty();
      assertThat(exposed).as(used.text()).containsAll(used.metrics());
    }
    String page = Files.readString(Path.of("..", "docs", "operations.md"));
    assertThat(exposed).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  private static Set<String> ownNames(Map<Map<String, String>, Double> metrics) {
    return metrics.keySet().stream()
        .map(labels -> labels.get("__name__"))
        .filter(name -> name.startsWith("kafka_") || name.startsWith("offsetwise_"))
        .collect(Collectors.toSet());
  }

  private static List<Expression> expressions() throws IOException {
    JsonNode dashboard =
        new ObjectMapper().readTree(FILES.resolve("grafana-dashboard.json").toFile());
    Stream<String> panels =
        Stream.concat(
            dashboard.findValuesAsText("expr").stream(),
            Stream.of(dashboard.at("/templating/list/1/query").asText()));
    Stream<String> rules =
        RULE.matcher(Files.readString(FILES.resolve("alerts.yml")))
            .results()
            .map(rule -> rule.group(1));
    List<Expression> all = Stream.concat(panels, rules).map(Expression::new).toList();
    assertThat(all).hasSizeGreaterThan(12);
    return all;
  }

  private static Map<String, String> ofStream(String name) {
    return Map.of("__name__", name, "group", "watched_stream");
  }

  /** All that is there now, by labels; nothing before the driver answers. */
  private Map<Map<String, String>, Double> scraped() throws IOException, InterruptedException {
    Relabelling relabelling = Relabelling.of(FILES.resolve("prometheus.yml"));
    Map<Map<String, String>, Double> metrics = new HashMap<>();
    for (String line : page().lines().toList()) {
      var metric = LINE.matcher(line);
      if (metric.matches()) {
        Optional<Map<String, String>> labels = relabelling.labels(metric.group(1));
        labels.ifPresent(all -> metrics.put(all, Double.valueOf(metric.group(2))));
      }
    }
    return metrics;
  }

  private String page() throws InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + "/metrics/prometheus/");
    try {
      return client
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException notYet) {
      return "";
    }
  }

  private Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("data-dir", folder.resolve("data").toString()),
        Map.entry("job.name", "watched-stream"),
        Map.entry("job.batch-interval", "200ms"),
        Map.entry("kafka.bootstrap-servers", KAFKA.server()),
        Map.entry("kafka.topics", TOPIC),
        Map.entry(
            "storage.jdbc.url", "jdbc:h2:file:" + folder.resolve("results") + ";WRITE_DELAY=0"),
        Map.entry("spark.master", "local[2]"),
        Map.entry("spark.ui.enabled", "true"),
        Map.entry("spark.ui.port", Integer.toString(port)));
  }
}
