package io.offsetwise.adapters.spark.driver.runtime;

import io.offsetwise.application.stop.CauseChain;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/** The one Spark context of a process, for all sessions of its stream. */
public final class SparkRuntime implements AutoCloseable {

  private final JavaSparkContext context;

  private SparkRuntime(JavaSparkContext context) {
    this.context = context;
  }

  /**
   * Starts Spark.
   *
   * @param settings what the user wants
   * @param guarantee what is promised; its requirements are set or the start is refused
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code IMPOSSIBLE} when a
   *     property breaks the guarantee, when this Java was not started for Spark, or executors would
   *     have no classes; with {@code UNAVAILABLE} when Spark does not start, or stops at once
   */
  public static SparkRuntime start(SparkApplicationSettings settings, DeliveryGuarantee guarantee) {
    DriverSurroundings.complete();
    SparkConf conf = new DriverConf();
    new SparkProperties(settings, guarantee).over(propertiesOf(conf)).forEach(conf::set);
    DriverSurroundings.requireReachable(propertiesOf(conf));
    ExecutorStart.require(propertiesOf(conf), System.getenv());
    return new SparkRuntime(living(started(conf)));
  }

  /** A context whose master does not answer stops itself, and is handed out all the same. */
  private static JavaSparkContext living(JavaSparkContext context) {
    if (context.sc().isStopped()) {
      throw StopReason.UNAVAILABLE.because(
          "Spark has stopped itself while it started, with %s = %s: that master probably does not"
              + " answer, or is of another version; see its page and the log",
          SparkMaster.PROPERTY, context.master());
    }
    return context;
  }

  /** What Spark meets here, it has met in its settings: no record is read yet. */
  private static JavaSparkContext started(SparkConf conf) {
    try {
      return new JavaSparkContext(conf);
    } catch (Exception notStarted) { // Scala declares none of those that it throws
      Throwable cause = CauseChain.of(notStarted).root();
      throw StopReason.UNAVAILABLE.because(
          notStarted,
          "Spark cannot be started (%s: %s): a setting below spark is probably wrong, or what it"
              + " names: a class, a folder, a host, a port; correct it, `offsetwise config show`"
              + " lists what is set",
          cause.getClass().getSimpleName(),
          cause.getMessage());
    }
  }

  /** All properties of a context that runs, as it will write them into a checkpoint. */
  public static Map<String, String> propertiesOf(JavaSparkContext context) {
    return propertiesOf(context.getConf());
  }

  /** The context. */
  public JavaSparkContext context() {
    return context;
  }

  /** Stops Spark in this process. */
  @Override
  public void close() {
    context.close();
  }

  private static Map<String, String> propertiesOf(SparkConf conf) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (Tuple2<String, String> property : conf.getAll()) {
      properties.put(property._1(), property._2());
    }
    return properties;
  }
}
