package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last column of the kill table in {@code docs/guarantees.md}: what caught a wrong build on
 * real processes. The other columns belong to {@code application.wrongbuild}.
 */
final class KillColumn {

  /** What stands where a wrong build was not sent through real processes. */
  static final String NOTHING = "-";

  private static final Path PAGE = Path.of("..", "docs", "guarantees.md");
  private static final String BEGIN = "<!-- kills:begin -->";
  private static final String END = "<!-- kills:end -->";
  private static final int HEAD_LINES = 2;
  private static final int BUILD = 1;
  private static final int CAUGHT_BY = 4;

  private KillColumn() {}

  /** The cells, by what is wrong with the build, in the page's order. */
  static Map<String, String> read() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains(BEGIN, END);
    List<String> rows =
        page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END))
            .lines()
            .filter(line -> line.startsWith("|"))
            .skip(HEAD_LINES)
            .toList();
    Map<String, String> column = new LinkedHashMap<>();
    for (String row : rows) {
      String[] cells = row.split("\\|", -1);
      column.put(cells[BUILD].strip(), cells[CAUGHT_BY].strip());
    }
    return column;
  }
}
