package io.offsetwise.bootstrap.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.offsetwise.application.shared.AtomicFile;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One value in a file that other processes read at any time.
 *
 * @param <T> the type of the value, a record
 * @param path the file
 * @param type the type of the value
 */
public record JsonFile<T>(Path path, Class<T> type) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Replaces the content in one step: a reader sees the former value or this one. */
  public void write(T value) {
    try {
      new AtomicFile(path).write(JSON.writeValueAsBytes(value));
    } catch (IOException e) {
      throw unavailable("written", e);
    }
  }

  /** The value; empty when there is no file, or one that another version has written. */
  public Optional<T> read() {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(path), type));
    } catch (NoSuchFileException | JsonProcessingException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw unavailable("read", e);
    }
  }

  /** Removes the file if it is there. */
  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw unavailable("deleted", e);
    }
  }

  private StoppedException unavailable(String verb, IOException cause) {
    return StopReason.UNAVAILABLE.because(
        cause,
        "%s cannot be %s (%s): permissions are probably missing or the disk is full; set another"
            + " data-dir",
        path,
        verb,
        cause);
  }
}
