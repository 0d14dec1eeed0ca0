package io.offsetwise.adapters.kafka.local;

import io.offsetwise.application.shared.AtomicFile;
import io.offsetwise.application.shared.ProcessLock;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import kafka.server.MetaProperties;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.server.common.MetadataVersion;
import scala.collection.JavaConverters;

/** The data folder of a local broker: what Kafka writes, and the port of the former start. */
final class BrokerFolder {

  private final Path folder;

  BrokerFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** Where Kafka keeps its files. */
  Path logs() {
    return folder.resolve("kafka-logs");
  }

  /** Makes the folder this process's own until the lock is closed. */
  ProcessLock lock() {
    try {
      Files.createDirectories(logs());
    } catch (IOException e) {
      throw notWritable(e);
    }
    return BrokerLock.of(folder);
  }

  /** Gives the folder its cluster id and its metadata version, unless it has them. */
  void formatUnlessFormatted() {
    // Kafka writes the checkpoint after meta.properties: without it, a first start was cut short.
    if (Files.exists(logs().resolve("bootstrap.checkpoint"))) {
      return;
    }
    try (PrintStream silent = silent()) {
      Files.deleteIfExists(logs().resolve("meta.properties"));
      StorageTool.formatCommand(
          silent,
          JavaConverters.asScalaBuffer(java.util.List.of(logs().toString())),
          new MetaProperties(Uuid.randomUuid().toString(), BrokerProperties.NODE_ID),
          MetadataVersion.latest(),
          false);
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  /** The port of the former start, if there was one. */
  OptionalInt formerPort() {
    try {
      return Files.exists(portFile())
          ? OptionalInt.of(Integer.parseInt(Files.readString(portFile()).strip()))
          : OptionalInt.empty();
    } catch (IOException | NumberFormatException e) {
      return OptionalInt.empty(); // only a wish: any free port will do
    }
  }

  /** Remembers the port for the next start. */
  void rememberPort(int port) {
    try {
      new AtomicFile(portFile()).write(Integer.toString(port).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  private Path portFile() {
    return folder.resolve("broker.port");
  }

  private StoppedException notWritable(IOException cause) {
    return StopReason.UNAVAILABLE.because(
        cause,
        "the broker's data folder %s cannot be written (%s): permissions are probably missing or"
            + " the disk is full; choose another data folder",
        folder,
        cause);
  }

  // The tool reports what it formats; standard output belongs to the verbs.
  private static PrintStream silent() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }
}
