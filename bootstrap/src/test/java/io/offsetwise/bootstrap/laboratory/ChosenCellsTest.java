package io.offsetwise.bootstrap.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.kafka.feed.TopicKind;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.bootstrap.laboratory.cell.Cell;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    return cells(options).map(cell -> cell.variant().database()).collect(Collectors.toSet());
  }

  @Test
  void topicsArePlainUnlessOthersAreNamed() {
    assertThat(topics()).containsOnly(TopicKind.PLAIN);
    assertThat(topics("--topic-kind=transactional")).containsOnly(TopicKind.TRANSACTIONAL);
    assertThat(topics("--topic-kind=plain", "--all")).containsOnly(TopicKind.PLAIN);
    assertThat(topics("--topic-kind=all")).containsOnly(TopicKind.values());
  }

  @Test
  void everythingHasJobsOverEachKindOfTopicThatHaltInMidSave() {
    assertThat(topics("--all")).containsOnly(TopicKind.values());
    assertThat(cells("--all").filter(cell -> !isPlain(cell)).map(Cell::toString))
        .hasSize(4 * 2 * 2)
        .contains(
            "at-most-once batch own h2 transactional between-commits",
            "transactional-exactly-once batch own h2 compacted inside-transaction");
  }

  private static boolean isPlain(Cell cell) {
    return cell.variant().topics() == TopicKind.PLAIN;
  }

  private static Set<TopicKind> topics(String... options) {
    return cells(options).map(cell -> cell.variant().topics()).collect(Collectors.toSet());
  }

  private static Stream<Cell> cells(String... options) {
    return CommandLine.populateCommand(new ChosenCells(), options)
        .plan(variant -> Optional.empty())
        .cells()
        .stream();
  }
}
