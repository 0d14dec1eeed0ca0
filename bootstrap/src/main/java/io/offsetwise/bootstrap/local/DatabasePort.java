package io.offsetwise.bootstrap.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * The port that the database had last, kept so that its address stays the same over a restart.
 *
 * @param port 1 to 65535
 */
record DatabasePort(int port) {

  private static final int ANY_FREE = 0;

  /** The port to listen on: the wanted one; if that is any, the former one while it is free. */
  static int choose(int wanted, JsonFile<DatabasePort> memory) {
    return wanted == ANY_FREE
        ? memory.read().filter(DatabasePort::isFree).map(DatabasePort::port).orElse(ANY_FREE)
        : wanted;
  }

  private boolean isFree() {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
