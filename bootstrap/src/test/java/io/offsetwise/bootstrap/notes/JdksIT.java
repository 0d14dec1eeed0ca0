package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.house.ScratchBuild;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A copy of this checkout, built and run with each JDK that is here, by several Mavens. */
@Tag("alone")
@ParameterizedClass
@MethodSource("toolchains")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JdksIT {

  static final String TRIED = "tried";

  @RegisterExtension
  static final VersionTable TABLE = new VersionTable("built and run with", "jdks.md");

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration BOUND = Duration.ofMinutes(20);

  @TempDir private static Path folder;
  private static Path jdk;
  private static ScratchBuild copy;

  @Parameter Toolchain toolchain;

  static List<Toolchain> toolchains() {
    return Toolchain.all();
  }

  @BeforeParameterizedClassInvocation
  static void copyAll(Toolchain toolchain) throws IOException {
    TABLE.begin(toolchain.toString());
    Optional<Path> found = toolchain.jdk();
    assumeTrue(found.isPresent(), () -> "no JDK of release " + toolchain.release());
    jdk = found.get();
    TABLE.note(TRIED, LocalDate.now(ZoneOffset.UTC) + ", " + Toolchain.versionOf(jdk));
    copy =
        ScratchBuild.copyWithSources(
                ROOT, folder.resolve(toolchain.toString().replaceAll("[ ,]+", "-")))
            .with(toolchain.maven(), jdk);
  }

  @Test
  @Order(1)
  @DisplayName("`mvn package`: it compiles, and the unit tests of all modules pass")
  void isBuiltAndTested() throws Exception {
    ScratchBuild.Outcome outcome = copy.runConnected(BOUND, "package");

    assertThat(outcome.passed()).as(outcome.output()).isTrue();
    assertThat(copy.folder().resolve("bootstrap/target/offsetwise.jar")).isRegularFile();
  }

  @Test
  @Order(2)
  @DisplayName("`bin/offsetwise run`, twice, and `audit`: every record once, no warning of Java's")
  void runsTwiceExactly() throws Exception {
    try {
      assertThat(offsetwise("run", "--until-caught-up", "--records", "2000").out())
          .contains("processed    2,000 records");
      assertThat(offsetwise("run", "--until-caught-up", "--records", "3000").out())
          .contains("processed    1,000 records");
      offsetwise("audit");
    } finally {
      offsetwise("local", "stop");
    }
  }

  @Test
  @Order(3)
  @DisplayName("`bin/offsetwise prove`: halted in mid-save, lost and repeated as predicted")
  void provesEveryGuarantee() throws Exception {
    assertThat(offsetwise("prove").out()).contains("8 of 8 cells as predicted");
  }

  private static Program.Ended offsetwise(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("env", "JAVA_HOME=" + jdk, "bin/offsetwise"));
    command.addAll(List.of(words));
    Program.Ended ended = Program.end(new Program(copy.folder()).start(command), BOUND);
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.err()).doesNotContain("WARNING:");
    return ended;
  }
}
