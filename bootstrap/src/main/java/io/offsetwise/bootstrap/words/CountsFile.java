package io.offsetwise.bootstrap.words;

import io.offsetwise.adapters.spark.words.CountedBatch;
import io.offsetwise.adapters.spark.words.CountsOutput;
import io.offsetwise.bootstrap.local.JsonFile;
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
