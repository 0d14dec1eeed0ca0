package io.offsetwise.bootstrap.asnoted;

import io.offsetwise.bootstrap.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What became of the recipes, for a terminal and for the page.
 *
 * @param outcomes of those that were run
 */
record NotedTable(Map<Recipe, Outcome> outcomes) {

  private static final List<String> HEADING =
      List.of("recipe", "from", "fault", "verdict", "sent", "stored", "lost", "repeated");

  /** All recipes, in the order of the table. */
  static List<Recipe> recipes() {
    return Stream.of(FirstNote.recipes(), SecondNote.recipes(), CopiedEverywhere.recipes())
        .flatMap(List::stream)
        .toList();
  }

  /** For a terminal. */
  String text() {
    return Table.of(HEADING, run().map(this::row).toList()).text();
  }

  /** The rows of the page, which say what keeps ours from it as well. */
  List<String> markdown() {
    return run()
        .map(recipe -> "| " + String.join(" | ", row(recipe)) + " | " + recipe.defence() + " |")
        .toList();
  }

  private Stream<Recipe> run() {
    return recipes().stream().filter(outcomes::containsKey);
  }

  private List<String> row(Recipe recipe) {
    List<String> cells = new ArrayList<>(recipe.cells());
    cells.addAll(outcomes.get(recipe).cells());
    return cells;
  }
}
