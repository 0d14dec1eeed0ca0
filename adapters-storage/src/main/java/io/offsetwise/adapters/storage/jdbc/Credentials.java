package io.offsetwise.adapters.storage.jdbc;

import java.io.Serializable;
import java.util.Objects;
import java.util.Properties;

/** As whom a connection is opened. */
public sealed interface Credentials extends Serializable {

  /** The driver's properties, with the secret resolved; for immediate use only. */
  Properties resolve();

  /** The database asks nobody, or the driver has a default. */
  record None() implements Credentials {
    @Override
    public Properties resolve() {
      return new Properties();
    }
  }

  /**
   * A user of the database.
   *
   * @param name the user's name
   * @param password where the password is found
   */
  record User(String name, SecretReference password) implements Credentials {

    public User {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(password, "password");
    }

    @Override
    public Properties resolve() {
      Properties properties = new Properties();
      properties.setProperty("user", name);
      properties.setProperty("password", password.resolve());
      return properties;
    }
  }
}
