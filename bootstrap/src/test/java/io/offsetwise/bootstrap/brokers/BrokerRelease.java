package io.offsetwise.bootstrap.brokers;

import io.offsetwise.bootstrap.process.ThisProgram;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * Kafka of one version.
 *
 * @param version as Kafka counts
 * @param classPath of a broker's JVM, with {@link BrokerMain} in it
 */
public record BrokerRelease(String version, String classPath) {

  private static final Path FETCHED = Path.of("..", "target", "brokers").toAbsolutePath();

  /** The one whose clients the product uses, and which it starts itself as a local broker. */
  public static BrokerRelease ofTheProduct() {
    return new BrokerRelease(AppInfoParser.getVersion(), ThisProgram.classPath());
  }

  /** The product's own, or one that the profile {@code brokers} has fetched. */
  public static BrokerRelease of(String version) {
    return version.equals(AppInfoParser.getVersion()) ? ofTheProduct() : fetched(version);
  }

  private static BrokerRelease fetched(String version) {
    Path jars = FETCHED.resolve(version);
    if (!Files.isDirectory(jars)) {
      throw new IllegalStateException("no " + jars + ": mvn verify -Pbrokers fetches it");
    }
    return new BrokerRelease(
        version, jars.resolve("*") + File.pathSeparator + placeOf(BrokerMain.class));
  }

  private static Path placeOf(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
