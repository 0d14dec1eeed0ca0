package io.offsetwise.adapters.kafka.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Carries bytes between a loopback port and another one, and stands still when it is told to. */
final class PausableProxy implements AutoCloseable {

  private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private final int target;
  private boolean paused;

  PausableProxy(int target) throws IOException {
    this.target = target;
    inBackground(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  synchronized void pause() {
    paused = true;
  }

  synchronized void resume() {
    paused = false;
    notifyAll();
  }

  private synchronized void awaitResumption() throws InterruptedException {
    while (paused) {
      wait();
    }
  }

  private void accept() throws IOException {
    while (true) {
      Socket near = entrance.accept();
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(near);
      open.add(far);
      inBackground(() -> carry(near, far));
      inBackground(() -> carry(far, near));
    }
  }

  private void carry(Socket from, Socket to) throws IOException, InterruptedException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[8192];
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        awaitResumption();
        out.write(bytes, 0, read);
        out.flush();
      }
    }
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static void inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException | InterruptedException closed) {
                // one of the two ends is gone
              }
            },
            "pausable-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    resume();
    entrance.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
