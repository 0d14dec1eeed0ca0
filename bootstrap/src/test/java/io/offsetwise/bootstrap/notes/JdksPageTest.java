package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/jdks.md} has each question, each JDK and Maven, and no failure. */
class JdksPageTest {

  private static final String NOT_TRIED = "-";

  @Test
  void hasEveryQuestionAndEveryToolchain() throws IOException {
    VersionPage page = VersionPage.read("jdks.md");
    List<String> rows = new ArrayList<>(VersionPage.questions(JdksIT.class));
    rows.add(JdksIT.TRIED);

    assertThat(page.versions())
        .containsExactlyElementsOf(Toolchain.all().stream().map(Toolchain::toString).toList());
    assertThat(page.cells().keySet()).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void whatWasTriedHasPassed() throws IOException {
    VersionPage page = VersionPage.read("jdks.md");

    IntStream.range(0, page.versions().size())
        .forEach(
            column ->
                page.cells()
                    .forEach(
                        (row, cells) -> {
                          String expected = tried(page, column) ? "passed" : NOT_TRIED;
                          if (!row.equals(JdksIT.TRIED)) {
                            assertThat(cells.get(column)).as(row).isEqualTo(expected);
                          }
                        }));
  }

  /** A release without a machine that has it may stand there; the oldest and the newest may not. */
  @Test
  void theOldestAndTheNewestJdkAndEveryMavenWereTried() throws IOException {
    VersionPage page = VersionPage.read("jdks.md");
    List<Toolchain> tried =
        IntStream.range(0, page.versions().size())
            .filter(column -> tried(page, column))
            .mapToObj(Toolchain.all()::get)
            .toList();

    assertThat(tried).extracting(Toolchain::release).contains(17, 25);
    assertThat(tried)
        .extracting(Toolchain::mavenVersion)
        .containsAll(Toolchain.all().stream().map(Toolchain::mavenVersion).toList());
  }

  private static boolean tried(VersionPage page, int column) {
    return !page.cells().get(JdksIT.TRIED).get(column).equals(NOT_TRIED);
  }
}
