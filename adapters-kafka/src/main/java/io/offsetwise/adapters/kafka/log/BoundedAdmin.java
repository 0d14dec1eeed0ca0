package io.offsetwise.adapters.kafka.log;

import io.offsetwise.application.stop.StoppedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;

/**
 * Kafka's admin client with a bound on every question and one wording for every failure.
 * Thread-safe; used on driver and executors.
 */
public final class BoundedAdmin implements AutoCloseable {

  private final Admin admin;
  private final KafkaConnection connection;
  private final Rights rights;

  /** Asks {@code admin}, which is closed with this, under the bound of {@code connection}. */
  BoundedAdmin(Admin admin, KafkaConnection connection) {
    this(admin, connection, Rights.READING);
  }

  private BoundedAdmin(Admin admin, KafkaConnection connection, Rights rights) {
    this.admin = Objects.requireNonNull(admin, "admin");
    this.connection = Objects.requireNonNull(connection, "connection");
    this.rights = Objects.requireNonNull(rights, "rights");
  }

  /** The same client for work that takes other rights than to read; closed with this one. */
  public BoundedAdmin under(Rights others) {
    return new BoundedAdmin(admin, connection, others);
  }

  /** The same client for a question about one topic, which a refusal is to name. */
  BoundedAdmin about(String topic) {
    return under(rights.about(topic));
  }

  /**
   * Opens a client of its own. Does not wait for the broker: the first question does.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when the connection's addresses or
   *     properties are no good
   */
  public static BoundedAdmin open(KafkaConnection connection) {
    try {
      return new BoundedAdmin(Admin.create(properties(connection)), connection);
    } catch (RuntimeException e) {
      throw new ClientFailure(connection).notOpened(e);
    }
  }

  private static Map<String, Object> properties(KafkaConnection connection) {
    Map<String, Object> properties =
        new HashMap<>(connection.clientProperties(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG));
    if (connection.bootstrapServers().size() > 1) {
      // Kafka's admin client waits an hour for the first answer of a host, whatever the bound of a
      // request is, and prefers that host meanwhile: only an idle connection lets it go on.
      properties.putIfAbsent(
          AdminClientConfig.CONNECTIONS_MAX_IDLE_MS_CONFIG,
          properties.get(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG));
    }
    return properties;
  }

  /**
   * Asks and waits for the answer, at most the connection's timeout.
   *
   * @param request what for, in words that complete "when asked ..."
   * @param start starts the request
   * @return the answer
   * @throws StoppedException with reason {@code UNAVAILABLE} when Kafka does not answer in time or
   *     answers with an error, which is then the cause
   */
  public <T> T ask(String request, Function<Admin, KafkaFuture<T>> start) {
    return await(request, start.apply(admin));
  }

  /** Starts requests whose answers are awaited one by one. */
  public <T> T start(Function<Admin, T> requests) {
    return requests.apply(admin);
  }

  /** Waits for an answer, like {@link #ask}. */
  public <T> T await(String request, KafkaFuture<T> answer) {
    try {
      return answer.get(connection.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(request, e.getCause());
    } catch (TimeoutException e) {
      throw failure(request, noAnswer(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(request, e);
    }
  }

  private StoppedException failure(String request, Throwable cause) {
    return new ClientFailure(connection, rights).of(request, cause);
  }

  private static Throwable noAnswer(TimeoutException e) {
    return new org.apache.kafka.common.errors.TimeoutException("no answer", e);
  }

  /** Closes the client, at most within the connection's timeout. */
  @Override
  public void close() {
    admin.close(connection.timeout());
  }
}
