package io.offsetwise.adapters.spark.checkpoint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.offsetwise.application.shared.AtomicFile;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One value in a file that survives whatever kills the process or the machine: the file holds the
 * former value or this one, never a part.
 *
 * @param path the file
 * @param type the type of the value
 * @param <T> the type of the value, a record
 */
record DurableJson<T>(Path path, Class<T> type) {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /**
   * Replaces the value.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when the disk is full, or the folder
   *     is not there or not writable
   */
  void write(T value) {
    try {
      new AtomicFile(path).write(JSON.writeValueAsBytes(value));
    } catch (IOException e) {
      throw StopReason.UNAVAILABLE.because(
          e,
          "%s cannot be written (%s): the disk is probably full, or permissions are missing; make"
              + " room, or set another offsets.checkpoint.dir",
          path,
          e);
    }
  }

  /**
   * The value; empty when there is no file.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when the file cannot be read, {@code
   *     START_REFUSED} when it holds something else
   */
  Optional<T> read() {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(path), type));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (JsonProcessingException other) {
      throw StopReason.START_REFUSED.because(
          other,
          "%s does not hold what this program wrote (%s): it was probably edited or damaged; put it"
              + " right, or put a copy in its place",
          path,
          other.getOriginalMessage());
    } catch (IOException e) {
      throw StopReason.UNAVAILABLE.because(
          e, "%s cannot be read (%s): permissions are probably missing", path, e);
    }
  }
}
