package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.audit.PlacedResult;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What {@link io.offsetwise.application.audit.PlacedResults} must hand over: every stored result of
 * the stream, as often as it is there, in the order of the log.
 *
 * @param <T> the content of a result
 */
@Timeout(30)
public abstract class PlacedResultsContract<T> {

  private static final long SEED = 20_261_124L;

  /** More than a store reads at a time. */
  private static final int MANY = 3_500;

  private static final List<TopicPartition> SORTED =
      List.of(
          new TopicPartition("Z", 0),
          new TopicPartition("a", 2),
          new TopicPartition("a", 10),
          new TopicPartition("a-b", 0),
          new TopicPartition("a.b", 0),
          new TopicPartition("a_b", 1));

  /** The result of the record at this place. */
  protected abstract PlacedResult<T> result(TopicPartition partition, long offset);

  /** Stores results of the stream under test, in this order; a repeated one again. */
  protected abstract void store(List<PlacedResult<T>> results);

  /** Stores a result of another stream. */
  protected abstract void storeOfNeighbour(PlacedResult<T> result);

  /** All results of the stream under test. */
  protected abstract List<PlacedResult<T>> inOrder();

  @Test
  void ofAnUnknownStreamThereIsNothing() {
    storeOfNeighbour(result(SORTED.get(0), 1));

    assertThat(inOrder()).isEmpty();
  }

  @Test
  void resultsComeInTheOrderOfTheLogWhateverTheOrderInWhichTheyWereStored() {
    List<PlacedResult<T>> sorted = new ArrayList<>();
    for (TopicPartition partition : SORTED) {
      LongStream.of(0, 9, 10, 2_147_483_648L)
          .mapToObj(offset -> result(partition, offset))
          .forEach(sorted::add);
    }
    List<PlacedResult<T>> shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, new Random(SEED));
    store(shuffled);

    assertThat(inOrder()).isEqualTo(sorted);
  }

  @Test
  void aRepeatedResultComesAsOftenAsItIsStored() {
    PlacedResult<T> result = result(SORTED.get(1), 7);
    store(List.of(result, result(SORTED.get(1), 6), result, result));

    assertThat(inOrder()).containsExactly(result(SORTED.get(1), 6), result, result, result);
  }

  @Test
  void allOfManyResultsCome() {
    store(LongStream.range(0, MANY).mapToObj(offset -> result(SORTED.get(0), offset)).toList());

    assertThat(inOrder())
        .extracting(PlacedResult::offset)
        .containsExactlyElementsOf(LongStream.range(0, MANY).boxed().toList());
  }
}
