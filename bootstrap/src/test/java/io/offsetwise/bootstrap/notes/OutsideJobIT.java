package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.OffsetwiseCommandLine;
import io.offsetwise.bootstrap.run.JarOfSources;
import io.offsetwise.bootstrap.stream.LocalKafka;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job of the recipe "Add a job", from the text of the page, in a jar outside the program. */
class OutsideJobIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String TOPIC = "arriving";
  private static final int RECORDS = 40;

  @TempDir private static Path folder;
  private static Path jar;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void build() throws Exception {
    KAFKA.create(TOPIC, 2);
    KAFKA.append(TOPIC, 0, RECORDS);
    KAFKA.append(TOPIC, 1, RECORDS);
    String page = Files.readString(ROOT.resolve("docs/recipes.md"));
    JarOfSources sources = new JarOfSources(folder);
    RecipeCode.addAll(RecipeCode.in(page), ROOT, sources);
    RecipeFile.in(page).forEach(file -> sources.file(file.resource(), file.text()));
    jar = sources.build(System.getProperty("java.class.path"));
  }

  @ParameterizedTest
  @CsvSource({
    "at-most-once, batch, kafka",
    "at-least-once, partition, checkpoint",
    "idempotent-exactly-once, partition, kafka",
    "transactional-exactly-once, partition, own",
    "transactional-exactly-once, batch, own",
  })
  void itRunsAndIsAuditedAsAnyOther(String guarantee, String scope, String storage) {
    String job = String.join("-", guarantee, scope, storage);
    String[] settings = {
      "--jar=" + jar,
      "-Djob.kind=arrivals",
      "-Djob.name=" + job,
      "-Djob.guarantee=" + guarantee,
      "-Djob.scope=" + scope,
      "-Djob.batch-interval=200ms",
      "-Doffsets.storage=" + storage,
      "-Ddata-dir=" + folder.resolve(job),
      "-Dstorage.jdbc.url=jdbc:h2:file:" + folder.resolve("arrivals") + ";WRITE_DELAY=0",
      "-Dkafka.bootstrap-servers=" + KAFKA.server(),
      "-Dkafka.topics=" + TOPIC,
      "-Dkafka.properties.fetch.max.wait.ms=50", // what an audit waits for in each partition
      "-Dspark.ui.enabled=false"
    };

    assertThat(offsetwise("run", "--until-caught-up", settings)).as(err.toString()).isZero();
    assertThat(offsetwise("audit", "--output=json", settings)).as(err.toString()).isZero();
    assertThat(out.toString()).contains("\"sent\" : " + 2 * RECORDS, "\"stored\" : " + 2 * RECORDS);
    assertThat(offsetwise("offsets", "describe", settings)).as(err.toString()).isZero();
    assertThat(out.toString()).contains(TOPIC);
  }

  private int offsetwise(String verb, String option, String... settings) {
    out.getBuffer().setLength(0);
    List<String> words = new ArrayList<>(Stream.of(verb, option).toList());
    words.addAll(List.of(settings));
    return OffsetwiseCommandLine.execute(
        new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
  }
}
