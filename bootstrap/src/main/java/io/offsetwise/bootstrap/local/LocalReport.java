package io.offsetwise.bootstrap.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code local start} and {@code local status} print.
 *
 * @param dataDir the data folder
 * @param status what runs; empty when nothing does
 */
record LocalReport(Path dataDir, Optional<ServicesStatus> status) {

  /** The JSON form: the same keys whether they run or not, as far as there are values. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("running", status.isPresent());
    json.put("dataDir", dataDir.toString());
    status.ifPresent(
        running -> {
          json.put("pid", running.pid());
          json.put("uptimeSeconds", running.uptime().toSeconds());
          json.put("kafka", running.addresses().kafka());
          json.put("database", running.addresses().database().key());
          json.put("jdbcUrl", running.addresses().jdbcUrl());
        });
    return json;
  }

  /** The lines for people. */
  String text() {
    return status
        .map(
            running ->
                """
                The local services run.
                  data-dir  %s
                  pid       %d, up %s
                  kafka     %s
                  database  %s
                """
                    .formatted(
                        dataDir,
                        running.pid(),
                        readable(running.uptime()),
                        running.addresses().kafka(),
                        running.addresses().jdbcUrl()))
        .orElseGet(() -> "The local services do not run (" + dataDir + ").");
  }

  private static String readable(Duration uptime) {
    return uptime.toHours() > 0
        ? uptime.toHours() + " h " + uptime.toMinutesPart() + " min"
        : uptime.toMinutes() > 0
            ? uptime.toMinutes() + " min " + uptime.toSecondsPart() + " s"
            : uptime.toSeconds() + " s";
  }
}
