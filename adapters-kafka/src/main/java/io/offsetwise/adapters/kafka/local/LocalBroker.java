package io.offsetwise.adapters.kafka.local;

import io.offsetwise.application.shared.ProcessLock;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.application.time.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import scala.Option;

/**
 * A real Kafka broker in this JVM, on 127.0.0.1. Its topics, records and group offsets survive a
 * restart and a {@code kill -9} of the process. Prints nothing.
 */
public final class LocalBroker implements AutoCloseable {

  private final KafkaRaftServer server;
  private final ProcessLock lock;
  private final int port;
  private final Duration bound;

  private LocalBroker(KafkaRaftServer server, ProcessLock lock, int port, Duration bound) {
    this.server = server;
    this.lock = lock;
    this.port = port;
    this.bound = bound;
  }

  /**
   * Starts a broker and returns when it answers clients. The data folder is formatted at its first
   * start.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when the port is in use, the data
   *     folder is in use or not writable, or the broker does not answer within the start bound
   */
  public static LocalBroker start(LocalBrokerSettings settings) {
    BrokerFolder folder = new BrokerFolder(settings.dataFolder());
    LocalBroker broker = prepare(settings, folder);
    broker.startUp();
    folder.rememberPort(broker.port);
    return broker;
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** What clients take as {@code bootstrap.servers}. */
  public String bootstrapServer() {
    return "127.0.0.1:" + port;
  }

  /** Stops the broker in good order and frees port and data folder; bounded by the start bound. */
  @Override
  public void close() {
    try {
      within(server::shutdown, "stop");
    } finally {
      lock.close();
    }
  }

  private static LocalBroker prepare(LocalBrokerSettings settings, BrokerFolder folder) {
    ProcessLock lock = folder.lock();
    try {
      int port = LoopbackPort.choose(settings.port(), folder.formerPort());
      folder.formatUnlessFormatted();
      return new LocalBroker(server(settings, folder, port), lock, port, settings.startBound());
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static KafkaRaftServer server(
      LocalBrokerSettings settings, BrokerFolder folder, int port) {
    Map<String, String> properties =
        BrokerProperties.of(settings, folder.logs(), port, LoopbackPort.anyBut(port));
    try {
      return new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM, Option.empty());
    } catch (RuntimeException e) {
      throw StopReason.UNAVAILABLE.because(
          e,
          "no broker can be made of the data folder %s and the properties %s (%s): a property is"
              + " probably wrong, or the folder damaged; correct it, or choose another folder",
          settings.dataFolder(),
          settings.properties().keySet(),
          e.getMessage());
    }
  }

  private void startUp() {
    Deadline deadline = Deadline.in(bound);
    try {
      within(server::startup, "start");
      BrokerProbe.awaitAnswer(bootstrapServer(), deadline);
    } catch (StoppedException e) {
      inBackground(this::abandon);
      throw e;
    }
  }

  /** Frees the folder only when the half-started server has let go of it. */
  private void abandon() {
    try {
      server.shutdown();
    } finally {
      lock.close();
    }
  }

  /** Kafka's own waits have no bound, or one of minutes. */
  private void within(Runnable work, String verb) {
    FutureTask<Void> task = new FutureTask<>(work, null);
    inBackground(task);
    try {
      task.get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unavailable(verb, "failed to " + verb + " (" + e.getCause() + ")", e.getCause());
    } catch (TimeoutException e) {
      throw unavailable(verb, "did not " + verb + " within " + bound.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(verb, "was interrupted", e);
    }
  }

  private StoppedException unavailable(String verb, String what, Throwable cause) {
    return StopReason.UNAVAILABLE.because(
        cause,
        "the local broker on %s %s: see its log for why; then %s it again",
        bootstrapServer(),
        what,
        verb);
  }

  private static void inBackground(Runnable work) {
    Thread thread = new Thread(work, "local-broker");
    thread.setDaemon(true);
    thread.start();
  }
}
