package io.offsetwise.adapters.spark.driver.runtime;

import io.offsetwise.application.stop.StopReason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.hadoop.security.UserGroupInformation;
import org.apache.spark.util.Utils;

/**
 * What Spark and Hadoop ask the machine for at their start, and fail without: names. A container
 * runs under a number that has none, and its host name need not resolve. Where tasks run on this
 * machine nobody needs either, so that any will do.
 */
final class DriverSurroundings {

  private static final String UNNAMED = "unnamed";
  private static final String THIS_HOST = "localhost";
  private static final String HOST = "spark.driver.host";

  /** With one of these Spark does not ask. */
  private static final List<String> CHOSEN_HOST = List.of("SPARK_LOCAL_IP", "SPARK_LOCAL_HOSTNAME");

  private DriverSurroundings() {}

  /** Answers in the machine's place. Before anything else of Spark is used. */
  static void complete() {
    if (isUserUnnamed()) {
      UserGroupInformation.setLoginUser(UserGroupInformation.createRemoteUser(UNNAMED));
    }
    if (isHostUnnamed()) {
      Utils.setCustomHostname(THIS_HOST);
    }
  }

  /**
   * Refuses a driver that executors on other machines would not find.
   *
   * @param properties all of Spark's
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE}
   */
  static void requireReachable(Map<String, String> properties) {
    requireReachable(properties, DriverSurroundings::isHostUnnamed);
  }

  /** The same where it is known whether the host has no name. */
  static void requireReachable(Map<String, String> properties, BooleanSupplier hostUnnamed) {
    boolean elsewhere = !SparkMaster.of(properties).isOneMachine();
    if (elsewhere && !properties.containsKey(HOST) && hostUnnamed.getAsBoolean()) {
      throw StopReason.UNAVAILABLE.because(
          "this machine's own name does not resolve, so that executors on others would not find the"
              + " driver: set SPARK_LOCAL_IP, or %s, to an address that they reach",
          HOST);
    }
  }

  /** So the JDK calls a user without an entry in passwd. */
  private static boolean isUserUnnamed() {
    return System.getProperty("user.name").equals("?");
  }

  private static boolean isHostUnnamed() {
    if (CHOSEN_HOST.stream().map(System::getenv).anyMatch(chosen -> chosen != null)) {
      return false;
    }
    try {
      InetAddress.getLocalHost();
      return false;
    } catch (UnknownHostException unnamed) {
      return true;
    }
  }
}
