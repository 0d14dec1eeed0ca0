package io.offsetwise.adapters.kafka.local;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;

/** Finds a port on 127.0.0.1. */
final class LoopbackPort {

  private static final String HOST = "127.0.0.1";

  private LoopbackPort() {}

  /**
   * The wanted port; when none is wanted (0), the former one if it is free, else any free one.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when the wanted port is in use
   */
  static int choose(int wanted, OptionalInt former) {
    if (wanted == 0) {
      return former.stream().filter(LoopbackPort::isFree).findAny().orElseGet(LoopbackPort::any);
    }
    if (!isFree(wanted)) {
      throw StopReason.UNAVAILABLE.because(
          "port %s of %s is in use: another broker or program probably listens there; stop it, or"
              + " choose another port (0 takes any free one)",
          wanted, HOST);
    }
    return wanted;
  }

  /** Any other port that is free now. */
  static int anyBut(int taken) {
    int port = any();
    return port == taken ? anyBut(taken) : port;
  }

  private static int any() {
    try (ServerSocket socket = listen(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw StopReason.UNAVAILABLE.because(e, "no port of %s can be opened (%s)", HOST, e);
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = listen(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
