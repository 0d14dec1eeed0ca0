package io.offsetwise.bootstrap.sample.words;

import io.offsetwise.bootstrap.table.Table;
import java.util.List;
import java.util.Map;

/**
 * What a run of words came to: the object that {@code -o json} prints.
 *
 * @param words number of words in all, those of former runs included
 * @param counts how often each word has come; the most frequent first
 */
public record WordsReport(long words, Map<String, Long> counts) {

  private static final int SHOWN_WORDS = 20;

  static WordsReport of(CountsFile file) {
    return file.json()
        .read()
        .map(shown -> new WordsReport(shown.words(), shown.counts()))
        .orElseGet(() -> new WordsReport(0, Map.of()));
  }

  /** The lines for people: the most frequent words, and how many there are. */
  public String table() {
    List<List<String>> rows =
        counts.entrySet().stream()
            .limit(SHOWN_WORDS)
            .map(count -> List.of(count.getKey(), count.getValue().toString()))
            .toList();
    return Table.of(List.of("WORD", "COUNT"), rows).text()
        + "\n\n%d words, %d different ones".formatted(words, counts.size());
  }
}
