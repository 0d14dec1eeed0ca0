package io.offsetwise.adapters.spark.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.text.Text;
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
   * @throws StoppedException with reason {@code SCHEMA_VERSION} or {@code START_REFUSED}
   */
  void requireFit(Provenance today, Path folder) {
    if (format != FORMAT || !provenance.isOfSameCode(today)) {
      throw StopReason.SCHEMA_VERSION.because(
          "the checkpoint %s was written by %s and this is %s: another version may not be able to"
              + " read it, or may read it wrong; %s",
          folder, provenance.code(), today.code(), wayOut(folder));
    }
    SortedSet<String> unlike = provenance.settingsUnlike(today);
    if (!unlike.isEmpty()) {
      throw StopReason.START_REFUSED.because(
          "the checkpoint %s was written with other values of %s: Spark would go on with the former"
              + " ones; set them as they were, or %s",
          folder, String.join(", ", unlike), wayOut(folder));
    }
  }

  /** What to do with files of Spark that nobody can use. */
  static String wayOut(Path folder) {
    return Text.of(
        "delete this folder to go on from %s, where all positions stand in plain JSON, or move them"
            + " by `offsets copy --from checkpoint --to own`",
        folder.resolveSibling(CheckpointFolder.POSITIONS));
  }
}
