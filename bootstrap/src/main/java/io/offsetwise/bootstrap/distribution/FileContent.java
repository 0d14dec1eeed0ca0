package io.offsetwise.bootstrap.distribution;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a packaged file. */
sealed interface FileContent {

  /** How many they are. */
  long size() throws IOException;

  /** Writes them; {@code out} stays open. */
  void copyTo(OutputStream out) throws IOException;

  /**
   * Those of a file on disk.
   *
   * @param file the file; read when it is packaged
   */
  record Copied(Path file) implements FileContent {
    @Override
    public long size() throws IOException {
      return Files.size(file);
    }

    @Override
    public void copyTo(OutputStream out) throws IOException {
      Files.copy(file, out);
    }
  }

  /**
   * Those of a text, in UTF-8.
   *
   * @param text the text
   */
  record Written(String text) implements FileContent {
    @Override
    public long size() {
      return bytes().length;
    }

    @Override
    public void copyTo(OutputStream out) throws IOException {
      out.write(bytes());
    }

    private byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
