package io.offsetwise.application.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Carries bytes between a loopback port and that of a database, and loses a connection at the
 * commit of a save, or carries nothing any more, when it is told to. Thread-safe.
 */
public final class CommitProxy implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int WAITING_CLIENTS = 50;

  /** Ends the key of every guarantee, which the history's entry of a save holds. */
  private static final String OF_SAVES = "-once";

  private final ServerSocket entrance =
      new ServerSocket(0, WAITING_CLIENTS, InetAddress.getLoopbackAddress());
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private final int database;
  private final Wire wire;
  private final Duration late;
  private Optional<CommitLoss> wanted = Optional.empty();
  private int commitsBefore;
  private int lost;
  private volatile boolean hanging;

  private CommitProxy(int database, Wire wire, Duration late) throws IOException {
    this.database = database;
    this.wire = wire;
    this.late = late;
  }

  /**
   * A proxy that loses nothing yet.
   *
   * @param database the port of the database, on loopback
   * @param wire how it is spoken to
   * @param late how much later than its connection is lost a late request arrives
   */
  public static CommitProxy before(int database, Wire wire, Duration late) throws IOException {
    CommitProxy proxy = new CommitProxy(database, wire, late);
    inBackground(proxy::accept);
    return proxy;
  }

  /** Where it listens. */
  public int port() {
    return entrance.getLocalPort();
  }

  /**
   * Loses one connection, at the commit of a save.
   *
   * @param commits number of commits of saves that pass before it
   */
  public synchronized void lose(CommitLoss loss, int commits) {
    wanted = Optional.of(loss);
    commitsBefore = commits;
  }

  /** From now on nothing goes through, in either direction, and no connection is closed. */
  public void hang() {
    hanging = true;
  }

  /** What comes from now on goes through again; what has come meanwhile never does. */
  public void goOn() {
    hanging = false;
  }

  /** Number of connections that were lost so far. */
  public synchronized int lost() {
    return lost;
  }

  private synchronized Optional<CommitLoss> takeLoss() {
    if (wanted.isEmpty() || commitsBefore-- > 0) {
      return Optional.empty();
    }
    Optional<CommitLoss> taken = wanted;
    wanted = Optional.empty();
    lost++;
    return taken;
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = entrance.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), database);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      open.add(client);
      open.add(server);
      Link link = new Link(client, server, wire.sign());
      inBackground(link::carryRequests);
      inBackground(link::carryAnswers);
    }
  }

  /** One connection. */
  private final class Link {

    private final Socket client;
    private final Socket server;
    private final CommitSign sign;
    private volatile boolean answersAreLost;
    private boolean isSave;

    Link(Socket client, Socket server, CommitSign sign) {
      this.client = client;
      this.server = server;
      this.sign = sign;
    }

    void carryRequests() throws IOException, InterruptedException {
      try (client) {
        InputStream requests = client.getInputStream();
        for (byte[] next = read(requests); next.length > 0; next = read(requests)) {
          Optional<CommitLoss> loss = isCommitOfSave(next) ? takeLoss() : Optional.empty();
          if (loss.isPresent()) {
            lose(loss.get(), next);
          } else {
            carry(next, server);
          }
        }
        server.close();
      }
    }

    private boolean isCommitOfSave(byte[] request) {
      boolean saving = isSave || new Bytes(request).indexOf(wire.bytes(OF_SAVES)).isPresent();
      boolean commit = sign.isIn(request);
      isSave = saving && !commit;
      return saving && commit;
    }

    private void lose(CommitLoss loss, byte[] commit) throws IOException, InterruptedException {
      answersAreLost = true;
      switch (loss) {
        case ANSWER_LOST -> send(commit, server); // what it answers ends the connection
        case REQUEST_LOST -> server.close();
        case REQUEST_LATE -> {
          client.close();
          Thread.sleep(late.toMillis());
          send(commit, server);
        }
      }
    }

    void carryAnswers() throws IOException {
      try (client;
          server) {
        InputStream answers = server.getInputStream();
        for (byte[] next = read(answers); next.length > 0; next = read(answers)) {
          if (answersAreLost) {
            return;
          }
          carry(next, client);
        }
      }
    }
  }

  private void carry(byte[] bytes, Socket to) throws IOException {
    if (!hanging) {
      send(bytes, to);
    }
  }

  /** Empty at the end. */
  private static byte[] read(InputStream in) throws IOException {
    byte[] bytes = new byte[BUFFER_BYTES];
    return Arrays.copyOf(bytes, Math.max(0, in.read(bytes)));
  }

  /** One call: the other end may answer, and this one be closed, before a second one. */
  private static void send(byte[] bytes, Socket to) throws IOException {
    to.getOutputStream().write(bytes);
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
            "commit-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
