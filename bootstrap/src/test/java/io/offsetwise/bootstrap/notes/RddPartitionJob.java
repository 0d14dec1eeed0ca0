package io.offsetwise.bootstrap.notes;

import io.offsetwise.adapters.spark.driver.batch.AlignedBatch;
import io.offsetwise.adapters.spark.driver.batch.ShuffledBatch;
import io.offsetwise.adapters.spark.driver.batch.StreamJob;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.save.RecordFunction;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.Function2;

/** Notes of each result the RDD partition that it came from, and of each batch the lineage. */
final class RddPartitionJob implements StreamJob<FakeResult> {

  private final List<String> lineages = new CopyOnWriteArrayList<>();

  @Override
  public RecordFunction<FakeResult> function() {
    return (record, results) ->
        results.accept(new FakeResult(record.topic() + "-" + record.partition()));
  }

  @Override
  public ShuffledBatch<FakeResult> shuffle(AlignedBatch<FakeResult> batch) {
    return batch.shuffle(
        results -> {
          lineages.add(results.toDebugString());
          return results.mapPartitionsWithIndex(new Noted(), true);
        });
  }

  /** How Spark made the RDD of each batch, and of what. */
  List<String> lineages() {
    return lineages;
  }

  /** The Kafka partitions whose records came in each RDD partition, by its number. */
  static Map<Integer, Set<String>> sources(List<String> results) {
    return results.stream()
        .map(result -> result.split(":", 2))
        .collect(
            Collectors.groupingBy(
                noted -> Integer.valueOf(noted[0]),
                Collectors.mapping(noted -> noted[1], Collectors.toCollection(TreeSet::new))));
  }

  private record Noted() implements Function2<Integer, Iterator<FakeResult>, Iterator<FakeResult>> {

    @Override
    public Iterator<FakeResult> call(Integer rddPartition, Iterator<FakeResult> results) {
      List<FakeResult> noted = new ArrayList<>();
      results.forEachRemaining(
          result -> noted.add(new FakeResult(rddPartition + ":" + result.key())));
      return noted.iterator();
    }
  }
}
