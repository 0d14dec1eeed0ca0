package io.offsetwise.bootstrap.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every verb that starts something looks at its surroundings first. */
class PreflightTest {

  private static final List<String> STARTING = List.of("LogFile.open(", ".ensureRunning()");

  private static final String PREFLIGHT = "TemporaryFolder.ofThisProcess().requireUsable();";

  /** They are asked by a verb. */
  private static final Set<String> ASKED =
      Set.of("LocalServices", "ServicesInUse", "Production", "LaboratoryServices");

  @Test
  void whoeverOpensALogOrStartsServicesLooksFirst() {
    Set<String> careless = new TreeSet<>();
    for (SourceTree tree : SourceTree.ofProduct()) {
      tree.textsWith(STARTING)
          .forEach(
              (name, text) -> {
                if (!text.contains(PREFLIGHT)) {
                  careless.add(name);
                }
              });
    }
    careless.removeAll(ASKED);

    assertThat(careless).isEmpty();
  }
}
