package io.offsetwise.bootstrap.brokers;

import io.offsetwise.bootstrap.command.EndWithParent;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Exit;

/**
 * A broker's JVM, of any version of Kafka: names nothing of Kafka's but what its own scripts name.
 */
final class BrokerMain {

  private BrokerMain() {}

  /**
   * Formats the broker's folder unless it is, and runs the broker.
   *
   * @param args the cluster's id and the file of the broker's properties
   */
  public static void main(String[] args) {
    EndWithParent.watch();
    format(args[0], args[1]);
    Kafka.main(new String[] {args[1]});
  }

  /** The tool ends the JVM when it is done. */
  private static void format(String clusterId, String properties) {
    Exit.setExitProcedure(
        (code, message) -> {
          throw new Exited(code, message);
        });
    try {
      StorageTool.main(
          new String[] {"format", "--ignore-formatted", "-t", clusterId, "-c", properties});
    } catch (Exited end) {
      if (end.code != 0) {
        throw end;
      }
    } finally {
      Exit.resetExitProcedure();
    }
  }

  private static final class Exited extends RuntimeException {

    private final int code;

    private Exited(int code, String message) {
      super("exit code " + code + ": " + message);
      this.code = code;
    }
  }
}
