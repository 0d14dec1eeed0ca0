package io.offsetwise.adapters.kafka.log;

import io.offsetwise.application.stop.CauseChain;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.nio.file.FileSystemException;
import java.security.cert.CertificateExpiredException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Words for what goes wrong between a client and Kafka; never with the value of a property. */
public final class ClientFailure {

  private final KafkaConnection connection;
  private final Rights rights;

  /** Failures of the clients of {@code connection} that read. */
  public ClientFailure(KafkaConnection connection) {
    this(connection, Rights.READING);
  }

  /**
   * The same of other clients.
   *
   * @param rights what their work takes
   */
  public ClientFailure(KafkaConnection connection, Rights rights) {
    this.connection = connection;
    this.rights = rights;
  }

  /**
   * No client could be made of the connection's properties.
   *
   * @param thrown what the client's constructor threw
   */
  public StoppedException notOpened(RuntimeException thrown) {
    Optional<? extends Throwable> invalid = withoutSecrets(CauseChain.of(thrown));
    return StopReason.UNAVAILABLE.because(
        invalid.orElse(null),
        "no client can be opened for %s (%s): an address or a property is probably wrong; correct"
            + " bootstrap servers and properties",
        connection,
        invalid.map(ClientFailure::named).orElseGet(() -> thrown.getClass().getSimpleName()));
  }

  /**
   * Kafka hides passwords in a ConfigException, and no other failure of those that are named here
   * knows one; what else a constructor throws may quote them.
   */
  private static Optional<? extends Throwable> withoutSecrets(CauseChain thrown) {
    return Stream.of(FileSystemException.class, ClassNotFoundException.class, ConfigException.class)
        .flatMap(kind -> thrown.innermost(kind).stream())
        .findFirst();
  }

  /**
   * Kafka was asked in vain.
   *
   * @param request what for, in words that complete "when asked ..."
   * @param cause what the client reported, never null
   */
  public StoppedException of(String request, Throwable cause) {
    return StopReason.UNAVAILABLE.because(
        cause,
        "Kafka at %s %s when asked %s (%s%s): %s",
        connection.bootstrapServers(),
        outcome(cause),
        request,
        cause.getClass().getSimpleName(),
        cause.getMessage() == null ? "" : ": " + cause.getMessage(),
        probably(cause));
  }

  /** The message of a ConfigException is a sentence, that of the others a name alone. */
  private static String named(Throwable cause) {
    return cause instanceof ConfigException
        ? cause.getMessage()
        : cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  private String outcome(Throwable cause) {
    if (cause instanceof AuthenticationException) {
      return "refused the login";
    }
    if (cause instanceof AuthorizationException) {
      return "gave no permission";
    }
    return isSilence(cause)
        ? "did not answer, with kafka.timeout = " + connection.timeout().toMillis() + " ms,"
        : "failed";
  }

  private String probably(Throwable cause) {
    if (cause instanceof SslAuthenticationException) {
      return notTrusted(cause);
    }
    if (cause instanceof AuthenticationException) {
      return "user or password is probably wrong; correct kafka.properties.sasl.jaas.config and"
          + " sasl.mechanism";
    }
    if (cause instanceof AuthorizationException refusal) {
      return new MissingAcl(connection, rights).behind(refusal);
    }
    if (cause instanceof RecordTooLargeException) {
      return "a record is larger than the producer (max.request.size) or the topic"
          + " (max.message.bytes) allows; send smaller ones, or raise both";
    }
    return isSilence(cause)
        ? new Reachability(connection).explained()
        : "see the broker's log for why";
  }

  /** What TLS itself objects to lies at the end of the chain. */
  private static String notTrusted(Throwable cause) {
    return CauseChain.of(cause)
        .innermost(CertificateExpiredException.class)
        .map(expired -> "a certificate has expired, " + expired.getMessage() + "; renew it")
        .orElseGet(
            () ->
                CauseChain.of(cause).root().getMessage()
                    + "; correct kafka.properties.ssl.truststore and ssl.keystore, or the"
                    + " broker's certificate");
  }

  private static boolean isSilence(Throwable cause) {
    return cause instanceof TimeoutException || cause instanceof DisconnectException;
  }
}
