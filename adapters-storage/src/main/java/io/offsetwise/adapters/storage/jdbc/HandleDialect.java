package io.offsetwise.adapters.storage.jdbc;

import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.JdbiConfig;

/**
 * The dialect of a handle's database, which JDBI carries along with each handle that {@link
 * JdbcConnections} lends. Not thread-safe, as handles are not.
 */
public final class HandleDialect implements JdbiConfig<HandleDialect> {

  private Dialect dialect;

  /** For JDBI, which makes the configuration of each handle. */
  public HandleDialect() {}

  /**
   * The dialect in which {@code handle} is to be spoken to.
   *
   * @throws NullPointerException when the handle does not come from {@link JdbcConnections}
   */
  public static Dialect of(Handle handle) {
    return Objects.requireNonNull(handle.getConfig(HandleDialect.class).dialect, "dialect");
  }

  void set(Dialect spoken) {
    dialect = spoken;
  }

  @Override
  public HandleDialect createCopy() {
    HandleDialect copy = new HandleDialect();
    copy.set(dialect);
    return copy;
  }
}
