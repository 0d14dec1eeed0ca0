package io.offsetwise.bootstrap.sample.words;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server that sends one line after the other to whoever is connected, each of one word that never
 * comes again. What a client lost it does not send again, as no socket does.
 */
final class NumberedLines implements AutoCloseable {

  static final int PER_SECOND = 200;

  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;

  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final AtomicLong sent = new AtomicLong();
  private volatile boolean held;

  NumberedLines() throws IOException {
    Thread thread = new Thread(this::serve, "numbered-lines");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  /** Number of lines that the system has taken; the next one carries it as its number. */
  long sent() {
    return sent.get();
  }

  /** The only word of a line. */
  static String word(long number) {
    return "w" + number;
  }

  /** Keeps the connection and sends no more. */
  void hold() {
    held = true;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        client.setTcpNoDelay(true);
        client.setSoTimeout(1);
        send(client);
      } catch (IOException goneOrClosed) {
        // the next client, if the server is still open
      }
    }
  }

  private void send(Socket client) throws IOException {
    long next = System.nanoTime();
    while (isThere(client)) {
      while (!held && System.nanoTime() - next >= 0) {
        String line = word(sent.get()) + "\n";
        client.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
        sent.incrementAndGet();
        next += PAUSE_NANOS;
      }
    }
  }

  private static boolean isThere(Socket client) throws IOException {
    try {
      return client.getInputStream().read() >= 0;
    } catch (SocketTimeoutException silent) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
