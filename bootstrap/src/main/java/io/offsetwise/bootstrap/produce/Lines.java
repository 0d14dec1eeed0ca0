package io.offsetwise.bootstrap.produce;

import io.offsetwise.adapters.kafka.feed.RecordFeeder;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.shared.ByteOrderMark;
import io.offsetwise.application.shared.TextFile;
import io.offsetwise.application.stop.StopReason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a file or of standard input: each becomes the value of a record without a key, byte
 * for byte and without the line end; a byte order mark of UTF-8 is none of its bytes. A line may be
 * as long as a request to Kafka ({@code max.request.size}); of an input that holds a longer one,
 * the lines before it are written.
 *
 * @param source opens the input
 */
public record Lines(Source source) implements Input {

  /** Opens an input. */
  @FunctionalInterface
  public interface Source {
    /** The input from its beginning; closed by the caller. */
    InputStream open() throws IOException;
  }

  @Override
  public long feed(KafkaConnection connection, List<String> topics) {
    try (BufferedInputStream input = new BufferedInputStream(source.open());
        RecordFeeder feeder = RecordFeeder.open(connection)) {
      ByteOrderMark.passOver(input);
      return feed(new LineReader(input, feeder.largestRequest()), feeder, topics);
    } catch (LineReader.LineTooLongException tooLong) {
      throw StopReason.UNAVAILABLE.because(
          tooLong,
          "%s: the input is probably no text; the lines before it were written; shorten it, or"
              + " raise max.request.size in kafka.properties and max.message.bytes of the topic",
          tooLong.getMessage());
    } catch (TextFile.NotUtf8Exception noLines) {
      throw StopReason.UNAVAILABLE.because(
          noLines, "%s; nothing was written", noLines.getMessage());
    } catch (IOException unreadable) {
      throw StopReason.UNAVAILABLE.because(
          unreadable, "the input cannot be read (%s): check the name of the file", unreadable);
    }
  }

  private static long feed(LineReader lines, RecordFeeder feeder, List<String> topics)
      throws IOException {
    long sent = 0;
    for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
      feeder.send(topics.get(Math.floorMod(sent, topics.size())), null, line.get());
      sent++;
    }
    feeder.flush();
    return sent;
  }
}
