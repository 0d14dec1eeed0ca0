package io.offsetwise.adapters.spark.driver.checkpointed;

import io.offsetwise.adapters.spark.checkpoint.CheckpointFolder;
import io.offsetwise.adapters.spark.checkpoint.Generations;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How a stream uses its checkpoint.
 *
 * @param folder of the stream
 * @param version of this program, which is written beside Spark's files
 * @param notices takes a line for people when something is recovered
 */
public record CheckpointUse(CheckpointFolder folder, String version, Consumer<String> notices) {

  public CheckpointUse {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(notices, "notices");
  }

  Generations generations() {
    return new Generations(folder, notices);
  }
}
