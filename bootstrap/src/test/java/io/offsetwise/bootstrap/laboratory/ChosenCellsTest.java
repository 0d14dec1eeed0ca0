package io.offsetwise.bootstrap.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ChosenCellsTest {

  @Test
  void databasesAreH2UnlessOthersAreNamed() {
    assertThat(databases("--all")).containsExactly(LocalDatabaseKind.H2);
    assertThat(databases("--database=postgresql")).containsExactly(LocalDatabaseKind.POSTGRESQL);
    assertThat(databases("--database=all", "--all")).containsOnly(LocalDatabaseKind.values());
    assertThat(databases("--database=postgresql,h2")).containsOnly(LocalDatabaseKind.values());
  }

  private static Set<LocalDatabaseKind> databases(String... options) {
    return CommandLine.populateCommand(new ChosenCells(), options).choice().databases();
  }
}
