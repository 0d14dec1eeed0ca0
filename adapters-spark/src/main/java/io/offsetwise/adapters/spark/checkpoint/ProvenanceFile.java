package io.offsetwise.adapters.spark.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import java.nio.file.Path;
import java.util.SortedSet;

/**
 * The content of {@code stamp.json}.
 *
 * @param format version of this form
 * @param generation the generation that it belongs to
 * @param provenance who began it
 */
record ProvenanceFile(int format, int generation, @JsonProperty("stamp") Provenance provenance) {

  /** The form that this version writes and reads. */
  static final int FORMAT = 1;

  /**
   * Refuses files of Spark that were written by other code or with other settings.
   *
   * @param today what runs now
   * @param folder where Spark's files are
   * @throws StreamStoppedException with reason {@code SCHEMA_VERSION} or {@code START_REFUSED}
   */
  void requireFit(Provenance today, Path folder) {
    if (format != FORMAT || !provenance.isOfSameCode(today)) {
      throw new StreamStoppedException(
          StopReason.SCHEMA_VERSION,
          "the checkpoint "
              + folder
              + " was written by "
              + provenance.code()
              + " and this is "
              + today.code()
              + ": another version may not be able to read it, or may read it wrong; "
              + wayOut(folder));
    }
    SortedSet<String> unlike = provenance.settingsUnlike(today);
    if (!unlike.isEmpty()) {
      throw new StreamStoppedException(
          StopReason.START_REFUSED,
          "the checkpoint "
              + folder
              + " was written with other values of "
              + String.join(", ", unlike)
              + ": Spark would go on with the former ones; set them as they were, or "
              + wayOut(folder));
    }
  }

  /** What to do with files of Spark that nobody can use. */
  static String wayOut(Path folder) {
    return "delete this folder to go on from "
        + folder.resolveSibling(CheckpointFolder.POSITIONS)
        + ", where all positions stand in plain JSON, or move them by `offsets copy --from"
        + " checkpoint --to own`";
  }
}
