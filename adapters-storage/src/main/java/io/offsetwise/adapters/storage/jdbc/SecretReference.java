package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.application.shared.TextFile;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * Where a secret is found. The reference travels and is printed, the secret itself never: Spark
 * writes settings into every checkpoint file.
 */
public sealed interface SecretReference extends Serializable {

  /**
   * Reads the secret where it is used, afresh each time.
   *
   * @return never null; empty when there is no secret
   * @throws StoppedException with reason {@code UNAVAILABLE} when it is not where it should be
   */
  String resolve();

  /** There is no secret: the password is empty. */
  record None() implements SecretReference {
    @Override
    public String resolve() {
      return "";
    }
  }

  /**
   * An environment variable of the process that opens the connection, on each executor too.
   *
   * @param name the variable's name
   */
  record EnvironmentVariable(String name) implements SecretReference {
    @Override
    public String resolve() {
      String secret = System.getenv(name);
      if (secret == null) {
        throw StopReason.UNAVAILABLE.because(
            "environment variable %s, which is to hold the database's password, is not set in this"
                + " process: set it for the driver and for every executor",
            name);
      }
      return secret;
    }
  }

  /**
   * A file on the machine that opens the connection; line ends at its end are not part of the
   * secret.
   *
   * @param path the file's path, best absolute
   */
  record SecretFile(String path) implements SecretReference {
    @Override
    public String resolve() {
      try {
        return new TextFile(Path.of(path)).read().stripTrailing();
      } catch (IOException unreadable) {
        throw StopReason.UNAVAILABLE.because(
            unreadable,
            "file %s, which is to hold the database's password, cannot be read (%s): create it on"
                + " every machine that opens connections, readable for the job's user",
            path,
            unreadable.getClass().getSimpleName());
      }
    }
  }
}
