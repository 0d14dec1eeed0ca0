package io.offsetwise.bootstrap.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product keeps the rules of the house. */
class ArchitectureTest {

  private static final String ROOT = "io.offsetwise";

  /** What the build has compiled, without tests. */
  static final JavaClasses PRODUCT =
      new ClassFileImporter().withImportOption(ArchitectureTest::isProduct).importPackages(ROOT);

  static Stream<Named<ArchRule>> rules() {
    return ArchitectureRules.below(ROOT).entrySet().stream()
        .map(rule -> Named.of(rule.getKey(), rule.getValue()));
  }

  /**
   * FencesTest shows that a rule can fail; a module without classes yet is therefore no reason to
   * fail here.
   */
  @ParameterizedTest
  @MethodSource("rules")
  void keeps(ArchRule rule) {
    rule.allowEmptyShould(true).check(PRODUCT);
  }

  /** A fork that deletes a sample deletes its tests with it, and compiles all others. */
  @Test
  void testsOfOtherThingsDoNotKnowTheSamples() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(location -> !isProduct(location))
            .withImportOption(location -> !location.contains("/house/violations/"))
            .importPackages(ROOT);

    assertThat(tests).hasSizeGreaterThan(100);
    ArchitectureRules.below(ROOT).get("nobody knows the samples").check(tests);
  }

  @Test
  void looksAtEveryClassOfTheProduct() {
    List<String> written =
        SourceTree.ofProduct().stream().flatMap(tree -> tree.classNames().stream()).toList();

    assertThat(PRODUCT).extracting(type -> type.getName()).containsAll(written);
  }

  @Test
  void givesEachClassANameOfItsOwn() {
    assertThat(SourceTree.ofProduct())
        .flatMap(SourceTree::classNames)
        .extracting(name -> name.substring(name.lastIndexOf('.') + 1))
        .doesNotHaveDuplicates();
  }

  @Test
  void describesEveryPackage() {
    assertThat(SourceTree.ofProduct()).isNotEmpty();
    assertThat(SourceTree.ofProduct()).flatMap(SourceTree::undescribedPackages).isEmpty();
  }

  private static boolean isProduct(Location location) {
    return !location.contains("/test-classes/") && !location.contains("-tests.jar");
  }
}
