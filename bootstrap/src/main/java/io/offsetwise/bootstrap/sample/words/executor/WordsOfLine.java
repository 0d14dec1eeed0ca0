package io.offsetwise.bootstrap.sample.words.executor;

import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import scala.Tuple2;

/** The words of a line, each once: what stands between white space, as it is written. */
public record WordsOfLine() implements PairFlatMapFunction<String, String, Long> {

  @Override
  public Iterator<Tuple2<String, Long>> call(String line) {
    return Stream.of(line.split("\\s+"))
        .filter(word -> !word.isEmpty())
        .map(word -> new Tuple2<>(word, 1L))
        .iterator();
  }
}
