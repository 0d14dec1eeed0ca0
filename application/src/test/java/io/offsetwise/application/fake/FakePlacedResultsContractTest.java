package io.offsetwise.application.fake;

import io.offsetwise.application.audit.PlacedResult;
import io.offsetwise.application.contract.PlacedResultsContract;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.List;

class FakePlacedResultsContractTest extends PlacedResultsContract<String> {

  private final List<String> keys = new ArrayList<>();

  @Override
  protected PlacedResult<String> result(TopicPartition partition, long offset) {
    String key = FakeResult.keyOf(partition.topic(), partition.partition(), offset);
    return new PlacedResult<>(partition, offset, key);
  }

  @Override
  protected void store(List<PlacedResult<String>> results) {
    results.forEach(result -> keys.add(result.content()));
  }

  @Override
  protected void storeOfNeighbour(PlacedResult<String> result) {
    // these results know of one stream alone
  }

  @Override
  protected List<PlacedResult<String>> inOrder() {
    List<PlacedResult<String>> all = new ArrayList<>();
    FakePlacedResults.of(keys).inOrder().forEachRemaining(all::add);
    return all;
  }
}
