package io.offsetwise.bootstrap.sample.words.stream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Sends lines to whoever connects, one client after the other. */
final class LineServer implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  LineServer() throws IOException {
    Thread thread = new Thread(this::serve, "line-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  void send(String line) {
    lines.add(line);
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        client.setSoTimeout(1);
        while (isThere(client)) {
          String line = lines.poll(10, TimeUnit.MILLISECONDS);
          if (line != null) {
            client.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
          }
        }
      } catch (IOException goneOrClosed) {
        // the next client, if the server is still open
      } catch (InterruptedException interrupted) {
        return;
      }
    }
  }

  /** A client that is gone would swallow one more line. */
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
