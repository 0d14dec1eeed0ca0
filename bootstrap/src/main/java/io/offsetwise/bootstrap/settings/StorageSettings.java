package io.offsetwise.bootstrap.settings;

import io.offsetwise.adapters.storage.jdbc.ConnectionChoice;
import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcTimeouts;
import java.util.OptionalInt;

/**
 * {@code storage}: how the database of the results is reached.
 *
 * @param database where it is
 * @param credentials as whom connections are opened; the password is a reference
 * @param connection how a save gets its connection
 * @param poolSize most connections in the pool of one JVM; empty when it follows from the tasks
 * @param timeouts the bounds of every wait
 */
public record StorageSettings(
    DatabaseAddress database,
    Credentials credentials,
    ConnectionChoice connection,
    OptionalInt poolSize,
    JdbcTimeouts timeouts) {}
