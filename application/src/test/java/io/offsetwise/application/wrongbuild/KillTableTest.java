package io.offsetwise.application.wrongbuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.defence.Collaborators;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every wrong build is caught on fakes, by what {@code docs/guarantees.md} says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillTableTest {

  private static final Path PAGE = Path.of("..", "docs", "guarantees.md");
  private static final String BEGIN = "<!-- kills:begin -->";
  private static final String END = "<!-- kills:end -->";
  private static final int HEAD_LINES = 2;

  private List<Kill> table;

  @BeforeAll
  void collect() {
    table = Kill.table();
    table.forEach(System.out::println);
  }

  @Test
  void everyWrongBuildIsCaught() {
    assertThat(table).hasSameSizeAs(WrongBuild.values());
    assertThat(table).allSatisfy(kill -> assertThat(kill.caughtBy()).isNotEmpty());
  }

  @Test
  void thePageShowsWhatWasCaught() throws Exception {
    assertThat(rowsOf(Files.readString(PAGE))).containsExactlyElementsOf(table);
  }

  /** A check that catches none of them would not be needed. */
  @ParameterizedTest
  @EnumSource
  void everyCheckCatchesSomething(Check check) {
    assertThat(table).anyMatch(kill -> kill.caughtBy().contains(check.words() + ": "));
  }

  /** A check of the checks: what is right goes through all of them. */
  @ParameterizedTest
  @EnumSource
  void theProductIsCaughtByNothing(Check check) {
    assertThat(DeliveryGuarantee.values())
        .allSatisfy(
            guarantee -> assertThat(check.finding(guarantee, Collaborators.STANDARD)).isEmpty());
  }

  /** The first three cells of each row; what follows them is not collected here. */
  private static List<Kill> rowsOf(String page) {
    assertThat(page).contains(BEGIN, END);
    return page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END))
        .lines()
        .filter(line -> line.startsWith("|"))
        .skip(HEAD_LINES)
        .map(row -> row.split("\\|", -1))
        .map(cells -> new Kill(cells[1].strip(), cells[2].strip(), cells[3].strip()))
        .toList();
  }
}
