package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.OffsetwiseCommandLine;
import io.offsetwise.bootstrap.laboratory.halt.Halt;
import io.offsetwise.bootstrap.laboratory.halt.HaltingJobMain;
import io.offsetwise.bootstrap.laboratory.process.ShortLivedJava;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.domain.guarantee.Combination;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The job of the recipe "Add a job", from the text of the page, in a jar outside the program. */
class OutsideJobIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();

  private static final String TOPIC = "arriving";
  private static final int RECORDS = 40;
  private static final int ALL = 2 * RECORDS;

  @TempDir private static Path folder;
  private static Path jar;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void build() throws Exception {
    KAFKA.create(TOPIC, 2);
    KAFKA.append(TOPIC, 0, RECORDS);
    KAFKA.append(TOPIC, 1, RECORDS);
    jar = RecipeJar.build(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "at-most-once, batch, kafka",
    "at-least-once, partition, checkpoint",
    "idempotent-exactly-once, partition, kafka",
    "transactional-exactly-once, partition, own",
  })
  void itRunsAndIsAuditedAsAnyOther(String guarantee, String scope, String storage) {
    assertThat(audited(settings(guarantee, scope, storage)))
        .contains("\"sent\" : " + ALL, "\"stored\" : " + ALL);
  }

  static Stream<Combination> possible() {
    return Combination.allInDatabase().stream()
        .filter(combination -> combination.resultKind() == ResultKind.KEYED)
        .filter(combination -> combination.verdict() instanceof Verdict.Possible);
  }

  /** Of commitAsync the last commit is open when a run ends, so that the numbers may be smaller. */
  @Tag("full")
  @ParameterizedTest
  @MethodSource("possible")
  void itRunsUnderEveryCombinationThatIsPossible(Combination combination) {
    String[] settings =
        settings(
            combination.guarantee().key(),
            combination.scope().key(),
            combination.storage().key(),
            "full");

    assertThat(audited(settings)).contains("\"findings\"");
  }

  private String audited(String... settings) {
    assertThat(offsetwise("run", "--until-caught-up", settings)).as(err.toString()).isZero();
    assertThat(offsetwise("audit", "--output=json", settings)).as(err + "\n" + out).isZero();
    String audit = out.toString();
    assertThat(offsetwise("offsets", "describe", settings)).as(err.toString()).isZero();
    assertThat(out.toString()).contains(TOPIC);
    assertThat(audit).contains("\"kept\" : true", "\"lost\" : 0", "\"repeated\" : 0");
    return audit;
  }

  /** In the middle of the save of the second batch, and as its guarantee foresees. */
  @ParameterizedTest
  @CsvSource({
    "at-most-once, batch, between-commits, 20",
    "transactional-exactly-once, partition, inside-transaction@task-last, 0",
  })
  void itIsKilledInMidSaveAndGoesOn(String guarantee, String scope, String crash, int lost)
      throws Exception {
    String[] settings =
        Stream.concat(
                Stream.of(settings(guarantee, scope, "own", "killed")),
                Stream.of("-Dspark.master=local[1]"))
            .toArray(String[]::new);

    assertThat(halt(crash, settings)).isEqualTo(Halt.EXIT_CODE);
    assertThat(offsetwise("run", "--until-caught-up", settings)).as(err.toString()).isZero();
    assertThat(offsetwise("audit", "--output=json", settings)).as(err.toString()).isZero();
    assertThat(out.toString()).contains("\"sent\" : " + ALL, "\"stored\" : " + (ALL - lost));
  }

  /** The job in a process of its own, which halts where the second batch of ten is saved. */
  private static int halt(String crash, String... settings) throws Exception {
    Path marker = Files.createTempFile(folder, "halted", ".json");
    List<String> words = new ArrayList<>(List.of(marker.toString(), crash, "15"));
    words.addAll(List.of(settings));
    Process process =
        new ProcessBuilder(new ShortLivedJava(folder).command(HaltingJobMain.class, words))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("halted.txt").toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static String[] settings(String... parts) {
    String guarantee = parts[0];
    String scope = parts[1];
    String storage = parts[2];
    String job = String.join("-", parts);
    return new String[] {
      "--jar=" + jar,
      "-Djob.kind=arrivals",
      "-Djob.name=" + job,
      "-Djob.guarantee=" + guarantee,
      "-Djob.scope=" + scope,
      "-Djob.batch-interval=200ms",
      "-Dkafka.max-rate-per-partition=50", // four batches
      "-Doffsets.storage=" + storage,
      "-Ddata-dir=" + folder.resolve(job),
      "-Dstorage.jdbc.url=jdbc:h2:file:" + folder.resolve(job + "/arrivals") + ";WRITE_DELAY=0",
      "-Dkafka.bootstrap-servers=" + KAFKA.server(),
      "-Dkafka.topics=" + TOPIC,
      "-Dspark.ui.enabled=false"
    };
  }

  private int offsetwise(String verb, String option, String... settings) {
    out.getBuffer().setLength(0);
    List<String> words = new ArrayList<>(Stream.of(verb, option).toList());
    words.addAll(List.of(settings));
    return OffsetwiseCommandLine.execute(
        new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
  }
}
