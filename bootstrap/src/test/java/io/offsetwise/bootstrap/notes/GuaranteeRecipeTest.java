package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.run.SourceCompiler;
import io.offsetwise.domain.guarantee.Combination;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of a guarantee forgets no class, and what it makes possible is right. */
class GuaranteeRecipeTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path classes;

  @Test
  void namesEveryClassThatTellsGuaranteesApart() throws Exception {
    assertThat(GuaranteeRecipe.read(ROOT).forgotten()).isEmpty();
  }

  /** A check of the check. */
  @Test
  void aClassThatIsNotNamedIsFound() throws Exception {
    JavaFiles product = JavaFiles.in(ROOT, "src/main/java");

    assertThat(new GuaranteeRecipe("see [Combination](Combination.java)", product).forgotten())
        .contains("ResetEffect")
        .doesNotContain("Combination");
  }

  /** The example writes keyed results: all others would be counted twice by a second send. */
  @Test
  void theExampleIsPossibleForKeyedResultsAlone() throws Exception {
    assertThat(SourceCompiler.into(classes).errors(GuaranteeRecipe.read(ROOT).edited())).isEmpty();

    assertThat(possibleCombinations("KEYED_TRANSACTIONAL"))
        .isNotEmpty()
        .allMatch(combination -> combination.contains("resultKind=KEYED,"));
  }

  /** The domain needs Java alone, so that the edited one can be loaded beside the product's. */
  private List<String> possibleCombinations(String guarantee) throws Exception {
    URL domain = Combination.class.getProtectionDomain().getCodeSource().getLocation();
    List<String> possible = new ArrayList<>();
    try (URLClassLoader edited =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL(), domain}, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = edited.loadClass(Combination.class.getName());
      for (Object combination : (List<?>) type.getMethod("allInDatabase").invoke(null)) {
        Object verdict = type.getMethod("verdict").invoke(combination);
        if (combination.toString().contains("guarantee=" + guarantee + ",")
            && verdict.getClass().getSimpleName().equals("Possible")) {
          possible.add(combination.toString());
        }
      }
    }
    return possible;
  }
}
