package io.offsetwise.adapters.kafka.local;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.application.time.Deadline;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** Asks a broker whether it serves clients. */
final class BrokerProbe {

  private static final int ASK_BOUND_MS = 2_000;
  private static final long PAUSE_MS = 50;

  private BrokerProbe() {}

  /**
   * Returns when the broker counts itself among the living; before that it accepts connections but
   * leads no partition.
   */
  static void awaitAnswer(String bootstrapServer, Deadline deadline) {
    Map<String, Object> properties =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServer,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ASK_BOUND_MS,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ASK_BOUND_MS);
    try (Admin admin = Admin.create(properties)) {
      while (!answers(admin)) {
        if (deadline.hasPassed()) {
          throw silent(bootstrapServer);
        }
        Thread.sleep(PAUSE_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw silent(bootstrapServer);
    }
  }

  private static boolean answers(Admin admin) throws InterruptedException {
    try {
      DescribeClusterOptions bounded = new DescribeClusterOptions().timeoutMs(ASK_BOUND_MS);
      return !admin.describeCluster(bounded).nodes().get().isEmpty();
    } catch (ExecutionException e) {
      return false; // not yet
    }
  }

  private static StoppedException silent(String bootstrapServer) {
    return StopReason.UNAVAILABLE.because(
        "the local broker on %s was started but does not answer: the machine is probably"
            + " overloaded, or the data folder is damaged; see the broker's log",
        bootstrapServer);
  }
}
