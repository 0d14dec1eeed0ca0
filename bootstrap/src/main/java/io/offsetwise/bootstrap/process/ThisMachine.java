package io.offsetwise.bootstrap.process;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The machine and the user of this process, for records that people read. */
public final class ThisMachine {

  private ThisMachine() {}

  /** The machine's name, or what it is called when it does not know its own. */
  public static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }

  /** The user, as {@code user@machine}. */
  public static String user() {
    return System.getProperty("user.name") + "@" + name();
  }
}
