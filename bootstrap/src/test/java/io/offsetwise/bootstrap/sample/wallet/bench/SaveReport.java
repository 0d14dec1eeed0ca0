package io.offsetwise.bootstrap.sample.wallet.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.offsetwise.bootstrap.table.Table;
import java.util.List;
import java.util.Locale;

/**
 * The outcome of a benchmark of saves.
 *
 * @param machine where it ran
 * @param batches number of batches in a round
 * @param costs of all ways; the first and the last are what the others are held to
 */
record SaveReport(Machine machine, int batches, List<Cost> costs) {

  /**
   * What one way costs.
   *
   * @param name the way
   * @param millis mean time of a batch by round, in ms
   * @param median of them
   */
  record Cost(String name, List<Double> millis, double median) {

    static Cost of(String name, List<Double> millis) {
      return new Cost(
          name, List.copyOf(millis), Median.of(millis.stream().mapToDouble(Double::doubleValue)));
    }
  }

  SaveReport {
    costs = List.copyOf(costs);
  }

  /** Lines for people. */
  String text() {
    return String.format(
            Locale.ROOT,
            "offsets of %d partitions, %,d batches a round, rounds: %d, after one to warm up%n"
                + "Java %s, %d CPUs, load average at start %.1f%n%n",
            Workload.PARTITIONS,
            batches,
            first().millis().size(),
            machine.java(),
            machine.cpus(),
            machine.loadAtStart())
        + Table.of(heading(), costs.stream().map(this::row).toList()).text();
  }

  /** The same as one line of JSON. */
  String json() {
    try {
      return JsonMapper.builder().build().writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a report has no JSON form", impossible);
    }
  }

  private List<String> heading() {
    return List.of(
        "", "ms/batch (median)", "by round", "of " + first().name(), "of " + last().name());
  }

  private Cost first() {
    return costs.get(0);
  }

  private Cost last() {
    return costs.get(costs.size() - 1);
  }

  private List<String> row(Cost cost) {
    return List.of(
        cost.name(),
        number(cost.median()),
        String.join(" ", cost.millis().stream().map(SaveReport::number).toList()),
        number(cost.median() / first().median()),
        number(cost.median() / last().median()));
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
