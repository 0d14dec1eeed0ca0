package io.offsetwise.adapters.spark.driver.stream;

import org.apache.spark.rdd.RDD;
import org.apache.spark.streaming.Duration;
import org.apache.spark.streaming.Time;
import org.apache.spark.streaming.api.java.JavaDStream;
import org.apache.spark.streaming.api.java.JavaInputDStream;
import org.apache.spark.streaming.dstream.DStream;
import org.apache.spark.streaming.dstream.InputDStream;
import scala.Option;
import scala.collection.immutable.List;
import scala.collection.immutable.Nil$;
import scala.reflect.ClassTag;

/**
 * An input stream that makes no batch while too many wait. The input is not asked then: it goes on
 * later where it stands, so that nothing is passed over. Called in the thread in which Spark
 * generates batches; does not travel.
 *
 * @param <T> the records
 */
final class BoundedStream<T> extends DStream<T> {

  private final InputDStream<T> input;
  private final WaitingBatches waiting;

  private BoundedStream(InputDStream<T> input, ClassTag<T> type, WaitingBatches waiting) {
    super(input.context(), type);
    this.input = input;
    this.waiting = waiting;
  }

  /**
   * The batches of {@code input}, each of which must be told to {@code waiting} when it is done.
   */
  static <T> JavaDStream<T> of(JavaInputDStream<T> input, WaitingBatches waiting) {
    ClassTag<T> type = input.classTag();
    return new JavaDStream<>(new BoundedStream<>(input.inputDStream(), type, waiting), type);
  }

  @Override
  public Duration slideDuration() {
    return input.slideDuration();
  }

  @Override
  @SuppressWarnings("unchecked") // Scala's lists are covariant
  public List<DStream<?>> dependencies() {
    List<?> none = Nil$.MODULE$;
    return ((List<DStream<?>>) none).$colon$colon(input);
  }

  @Override
  public Option<RDD<T>> compute(Time batchTime) {
    if (!waiting.hasRoom()) {
      return Option.empty();
    }
    Option<RDD<T>> batch = input.getOrCompute(batchTime);
    if (batch.isDefined()) {
      waiting.made();
    }
    return batch;
  }
}
