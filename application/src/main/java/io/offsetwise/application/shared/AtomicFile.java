package io.offsetwise.application.shared;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/**
 * A file that holds its former content or the new one, never a part, whatever kills the process or
 * the machine. It may be read at any time; of its writers there must be one at a time.
 *
 * @param path the file
 */
public record AtomicFile(Path path) {

  private static final Set<OpenOption> REPLACE =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);

  /**
   * Replaces the content.
   *
   * @throws IOException when the disk is full, or the folder is not there or not writable; the
   *     former content stays
   */
  public void write(byte[] content) throws IOException {
    write(out -> out.write(content));
  }

  /**
   * Replaces the content by one that need not fit into memory.
   *
   * @param attributes those of a file that its owner alone may read, or none
   * @throws IOException what {@code content} throws, and as above; the former content stays
   */
  public void write(Content content, FileAttribute<?>... attributes) throws IOException {
    Path written = path.resolveSibling(path.getFileName() + ".written");
    try {
      force(written, content, attributes);
      Files.move(
          written, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /** A new name that becomes durable before the bytes that it names would be a torn file. */
  private static void force(Path file, Content content, FileAttribute<?>... attributes)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, REPLACE, attributes)) {
      content.writeTo(Channels.newOutputStream(channel));
      channel.force(true);
    }
  }

  /** What a file is to hold. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; {@code out} has no buffer, and stays open. */
    void writeTo(OutputStream out) throws IOException;
  }
}
