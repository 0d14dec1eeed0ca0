package io.offsetwise.bootstrap.sample.words.executor;

import org.apache.spark.api.java.Optional;
import org.apache.spark.api.java.function.Function3;
import org.apache.spark.streaming.State;

/** Adds to the count of a word, which Spark keeps; the result is the new count. */
public record AddToCount() implements Function3<String, Optional<Long>, State<Long>, Long> {

  @Override
  public Long call(String word, Optional<Long> more, State<Long> state) {
    long count = (state.exists() ? state.get() : 0) + more.orElse(0L);
    state.update(count);
    return count;
  }
}
