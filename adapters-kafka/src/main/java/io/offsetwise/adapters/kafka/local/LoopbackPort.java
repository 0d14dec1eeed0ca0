package io.offsetwise.adapters.kafka.local;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds a port on 127.0.0.1 for a server.
 *
 * <p>Not among those that operating systems give to clients (from 32768 on Linux, from 49152 on
 * macOS and Windows): until the server listens, and whenever it is down, a client's own end might
 * take it, even that of one who tries to reach the server.
 */
public final class LoopbackPort {

  private static final String HOST = "127.0.0.1";
  private static final int FIRST = 20_000;
  private static final int COUNT = 12_000;

  private LoopbackPort() {}

  /**
   * The wanted port; when none is wanted (0), the former one if it is free, else any free one.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when the wanted port is in use
   */
  static int choose(int wanted, OptionalInt former) {
    if (wanted == 0) {
      return former.stream().filter(LoopbackPort::isFree).findAny().orElseGet(() -> any(1).get(0));
    }
    if (!isFree(wanted)) {
      throw StopReason.UNAVAILABLE.because(
          "port %s of %s is in use: another broker or program probably listens there; stop it, or"
              + " choose another port (0 takes any free one)",
          wanted, HOST);
    }
    return wanted;
  }

  /**
   * So many ports that are free now, no two of them the same.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when there are not enough
   */
  public static List<Integer> any(int count) {
    List<Integer> free =
        ThreadLocalRandom.current()
            .ints(FIRST, FIRST + COUNT)
            .limit(COUNT)
            .distinct()
            .filter(LoopbackPort::isFree)
            .limit(count)
            .boxed()
            .toList();
    if (free.size() < count) {
      throw StopReason.UNAVAILABLE.because(
          "no port of %s from %s to %s can be opened: too many programs listen there, or this one"
              + " may not open any",
          HOST, FIRST, FIRST + COUNT - 1);
    }
    return free;
  }

  /** Any one, and not one that is chosen though nobody listens yet. */
  static int anyBut(int chosen) {
    return any(2).stream().filter(port -> port != chosen).findFirst().orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
