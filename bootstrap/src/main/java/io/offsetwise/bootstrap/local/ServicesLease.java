package io.offsetwise.bootstrap.local;

import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import java.util.Objects;

/**
 * The use of local services. Whoever started them stops them by closing it; for all others closing
 * does nothing.
 */
public final class ServicesLease implements AutoCloseable {

  private final LocalFolder folder;
  private final ServicesState state;
  private final Release release;

  private ServicesLease(LocalFolder folder, ServicesState state, Release release) {
    this.folder = Objects.requireNonNull(folder, "folder");
    this.state = Objects.requireNonNull(state, "state");
    this.release = Objects.requireNonNull(release, "release");
  }

  /** Services that somebody else has started. */
  static ServicesLease found(LocalFolder folder, ServicesState state) {
    return new ServicesLease(folder, state, () -> {});
  }

  /** Services that end with this lease. */
  static ServicesLease startedHere(LocalFolder folder, ServicesState state, Release release) {
    return new ServicesLease(folder, state, release);
  }

  /** {@code host:port} of the broker. */
  public String kafka() {
    return state.addresses().kafka();
  }

  /** How the database is reached, with its credentials as a reference; may travel to executors. */
  public JdbcSettings database() {
    LocalDatabaseKind kind = state.addresses().database();
    return kind.client(folder.database(kind), state.addresses().databasePort());
  }

  /** What runs. */
  public ServicesStatus status() {
    return ServicesStatus.of(state);
  }

  /**
   * Stops the services if this lease has started them and they still run. An interrupt ends the
   * wait for their end, not the end itself.
   */
  @Override
  public void close() {
    try {
      release.release();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the use. */
  @FunctionalInterface
  interface Release {
    void release() throws InterruptedException;
  }
}
