package io.offsetwise.bootstrap.produce;

import io.offsetwise.adapters.kafka.feed.RecordFeeder;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The lines of a file or of standard input: each becomes the value of a record without a key. A
 * value has the line's own bytes, whatever their encoding, without the line end.
 *
 * @param source opens the input
 */
public record Lines(Source source) implements Input {

  private static final Charset BYTE_FOR_BYTE = StandardCharsets.ISO_8859_1;

  /** Opens an input. */
  @FunctionalInterface
  public interface Source {
    /** The input from its beginning; closed by the caller. */
    InputStream open() throws IOException;
  }

  @Override
  public long feed(KafkaConnection connection, List<String> topics) {
    try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(source.open(), BYTE_FOR_BYTE));
        RecordFeeder feeder = RecordFeeder.open(connection)) {
      return feed(lines, feeder, topics);
    } catch (IOException unreadable) {
      throw new StreamStoppedException(
          StopReason.UNAVAILABLE,
          "the input cannot be read (" + unreadable + "): check the name of the file",
          unreadable);
    }
  }

  private static long feed(BufferedReader lines, RecordFeeder feeder, List<String> topics)
      throws IOException {
    long sent = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String topic = topics.get(Math.floorMod(sent, topics.size()));
      feeder.send(topic, null, line.getBytes(BYTE_FOR_BYTE));
      sent++;
    }
    feeder.flush();
    return sent;
  }
}
