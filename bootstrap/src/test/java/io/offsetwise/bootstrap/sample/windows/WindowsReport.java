package io.offsetwise.bootstrap.sample.windows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What {@code run -o json} prints of message-windows. */
record WindowsReport(
    String job,
    String guarantee,
    String scope,
    String storage,
    long records,
    long batches,
    Map<String, Long> positions,
    int windowBatches,
    OptionalLong storedWindows,
    Optional<List<WindowCount>> windows) {}
