package io.offsetwise.bootstrap.sample.words;

import io.offsetwise.bootstrap.local.JsonFile;
import io.offsetwise.bootstrap.sample.words.stream.CountedBatch;
import io.offsetwise.bootstrap.sample.words.stream.CountsOutput;
import java.nio.file.Path;

/**
 * Keeps the newest counts in a file that anybody may read at any time. Lies in the checkpoint.
 *
 * @param path the file
 */
public record CountsFile(String path) implements CountsOutput {

  @Override
  public void publish(CountedBatch batch) {
    json().write(ShownCounts.of(batch));
  }

  /** The file for reading. */
  public JsonFile<ShownCounts> json() {
    return new JsonFile<>(Path.of(path), ShownCounts.class);
  }
}
