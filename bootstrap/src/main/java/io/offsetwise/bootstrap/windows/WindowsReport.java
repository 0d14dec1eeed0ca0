package io.offsetwise.bootstrap.windows;

import io.offsetwise.application.windows.WindowCount;
import java.util.List;
import java.util.Map;

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
 * @param storedWindows number of windows that are stored, all runs together
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
    long storedWindows,
    List<WindowCount> windows) {}
