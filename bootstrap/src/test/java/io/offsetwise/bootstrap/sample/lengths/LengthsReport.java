package io.offsetwise.bootstrap.sample.lengths;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What {@code run -o json} prints of message-lengths. */
record LengthsReport(
    String job,
    String guarantee,
    String scope,
    String storage,
    long records,
    long batches,
    Map<String, Long> positions,
    List<MessageCount> counts,
    long messages,
    long bytes,
    OptionalLong messagesInLog,
    OptionalLong bytesInLog) {}
