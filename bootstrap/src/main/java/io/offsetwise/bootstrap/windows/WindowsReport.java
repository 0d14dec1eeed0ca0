package io.offsetwise.bootstrap.windows;

import io.offsetwise.adapters.storage.windows.JdbiStoredWindows;
import io.offsetwise.application.windows.WindowCount;
import io.offsetwise.bootstrap.run.RunOutcome;
import io.offsetwise.bootstrap.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run of message-windows came to: the object that {@code -o json} prints.
 *
 * @param job name of the stream
 * @param guarantee key of the guarantee
 * @param scope key of the scope
 * @param storage key of the offset storage
 * @param records number of records processed in this run
 * @param batches number of batches saved in this run
 * @param positions next offset to read by {@code topic-partition}, as stored
 * @param windowBatches number of batches that a window holds
 * @param storedWindows number of windows that are stored, all runs together; null, as {@code
 *     windows}, when the run was not compared with the log
 * @param windows the newest window of each partition
 */
public record WindowsReport(
    String job,
    String guarantee,
    String scope,
    String storage,
    long records,
    long batches,
    Map<String, Long> positions,
    int windowBatches,
    OptionalLong storedWindows,
    Optional<List<WindowCount>> windows) {

  static WindowsReport of(RunOutcome outcome, Optional<Stored> stored) {
    Settings settings = outcome.settings();
    return new WindowsReport(
        settings.job().name().value(),
        settings.job().guarantee().key(),
        settings.job().scope().key(),
        settings.offsets().storage().key(),
        outcome.records(),
        outcome.batches(),
        outcome.namedPositions(),
        settings.window().batches(),
        stored.stream().mapToLong(Stored::number).findFirst(),
        stored.map(Stored::newest));
  }

  /**
   * What is stored of all runs together.
   *
   * @param number of windows
   * @param newest the newest window of each partition
   */
  record Stored(long number, List<WindowCount> newest) {

    static Stored of(JdbiStoredWindows windows) {
      return new Stored(windows.number(), windows.newest());
    }
  }
}
