package io.offsetwise.bootstrap.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the house catches its deliberate violation, and leaves alone what keeps to it. */
class FencesTest {

  private static final String ROOT = FencesTest.class.getPackageName() + ".violations";

  private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(ROOT);

  private static final Map<String, ArchRule> RULES = ArchitectureRules.below(ROOT);

  static Stream<Arguments> offenders() {
    return Stream.of(
        arguments("domain is pure", "domain.ReadsAFile"),
        arguments("domain is pure", "domain.LogsForItself"),
        arguments("domain is pure", "domain.KnowsTheApplication"),
        arguments("application knows the domain only", "application.KnowsAnAdapter"),
        arguments("kafka sees no other adapter", "adapters.kafka.SeesSpark"),
        arguments("spark sees no other adapter", "adapters.spark.SeesStorage"),
        arguments("storage sees no other adapter", "adapters.storage.SeesKafka"),
        arguments("only modules and Main inject", "bootstrap.CarriesTheInjector"),
        arguments("only modules and Main inject", "adapters.storage.StrayModule"),
        arguments("what travels is free of Guice and Guava", "adapters.spark.executor.UsesGuava"),
        arguments(
            "what travels is free of Guice and Guava",
            "bootstrap.sample.words.executor.CountsWithGuava"),
        arguments("what travels is free of Guice and Guava", "adapters.storage.StrayModule"),
        arguments("nobody knows the laboratory", "bootstrap.HaltsItself"),
        arguments("nobody knows the samples", "bootstrap.NeedsASample"),
        arguments("arrows between rooms lead down", "bootstrap.up.LooksDown"),
        arguments("arrows inside of a room lead down", "adapters.spark.driver.above.ReachesDown"),
        arguments("a storage is no case", "bootstrap.SwitchesOnStorage"),
        arguments("static state is shared", "application.RemembersForAll"),
        arguments("static state is shared", "bootstrap.CountsForAll"),
        arguments("packages name a feature", "application.common.Anything"),
        arguments("classes name a role", "bootstrap.OffsetStoreImpl"),
        arguments("classes name a role", "bootstrap.StreamManager"),
        arguments("classes name a role", "bootstrap.RangeHelper"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("offenders")
  void catches(String rule, String offender) {
    assertThatThrownBy(() -> RULES.get(rule).check(VIOLATIONS))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("<" + ROOT + "." + offender);
  }

  @Test
  void everyRuleHasItsViolation() {
    assertThat(offenders().map(offender -> offender.get()[0])).containsAll(RULES.keySet());
  }

  @Test
  void leavesTheLawfulAlone() {
    assertThat(RULES.values())
        .allSatisfy(
            rule ->
                assertThat(rule.evaluate(VIOLATIONS).getFailureReport().getDetails())
                    .noneMatch(violation -> violation.contains("<" + ROOT + ".bootstrap.Lawful"))
                    .noneMatch(violation -> violation.contains("<" + ROOT + ".domain.Lawful")));
  }

  @Test
  void catchesAPackageWithoutDescription(@TempDir Path sources) throws IOException {
    Files.createDirectories(sources.resolve("described"));
    Files.createFile(sources.resolve("described/package-info.java"));
    Files.createFile(sources.resolve("described/Something.java"));
    Files.createDirectories(sources.resolve("silent"));
    Files.createFile(sources.resolve("silent/Something.java"));

    assertThat(new SourceTree(sources).undescribedPackages()).containsExactly("silent");
  }
}
