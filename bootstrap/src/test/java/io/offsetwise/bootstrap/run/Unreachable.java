package io.offsetwise.bootstrap.run;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.bootstrap.stream.Connections;
import java.time.Duration;

/** A broker and a database that nobody answers for: whoever asks them fails. */
public final class Unreachable {

  static final String ADDRESS = "127.0.0.1:1";

  private Unreachable() {}

  /** How to ask them. */
  public static Connections connections() {
    JdbcSettings database =
        JdbcSettings.pooled("jdbc:h2:tcp://" + ADDRESS + "/none", new Credentials.None());
    return new Connections(KafkaConnection.to(Duration.ofSeconds(1), ADDRESS), database, database);
  }
}
