package io.offsetwise.application.shared;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One live thing for each value of its settings in this JVM, opened at its first use: the notes'
 * "static, lazily initialised pool of connections". Thread-safe; used by driver and executors.
 */
public final class PerJvm {

  private static final ConcurrentMap<SharedResource<?>, AutoCloseable> OPEN =
      new ConcurrentHashMap<>();

  private PerJvm() {}

  /** The live thing of these settings; it stays open until {@link #close} or the end of the JVM. */
  @SuppressWarnings("unchecked") // the key's own open() made the value
  public static <T extends AutoCloseable> T get(SharedResource<T> settings) {
    return (T) OPEN.computeIfAbsent(settings, SharedResource::open);
  }

  /** Closes the live thing of these settings, if it is open; the next use opens it again. */
  public static void close(SharedResource<?> settings) throws Exception {
    AutoCloseable open = OPEN.remove(settings);
    if (open != null) {
      open.close();
    }
  }
}
