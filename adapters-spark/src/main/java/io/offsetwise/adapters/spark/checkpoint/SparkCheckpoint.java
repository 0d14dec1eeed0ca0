package io.offsetwise.adapters.spark.checkpoint;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.streaming.Checkpoint;
import org.apache.spark.streaming.Time;
import scala.collection.JavaConverters;

/**
 * What a recovery makes of one of Spark's files: it runs a batch for each time from that of the
 * file on. One whose ranges are in the file has those again; one that has none there gets new ones,
 * which begin behind all that are.
 *
 * @param time of the file, milliseconds since the epoch
 * @param interval between batches, milliseconds
 * @param planned times of the batches whose ranges are in the file
 */
record SparkCheckpoint(long time, long interval, NavigableSet<Long> planned) {

  SparkCheckpoint {
    planned = new TreeSet<>(planned);
  }

  /**
   * Reads a file as Spark does, which at this point knows of no property of the stream.
   *
   * @return empty when it cannot be read
   */
  static Optional<SparkCheckpoint> read(Path file) {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path("file:" + file);
    try (InputStream bytes = path.getFileSystem(new Configuration()).open(path)) {
      return Optional.of(of(Checkpoint.deserialize(bytes, new SparkConf())));
    } catch (Exception unreadable) {
      return Optional.empty();
    }
  }

  private static SparkCheckpoint of(Checkpoint checkpoint) {
    NavigableSet<Long> planned = new TreeSet<>();
    Stream.of(checkpoint.graph().getInputStreams())
        .map(stream -> JavaConverters.mapAsJavaMap(stream.checkpointData().data()).keySet())
        .flatMap(Collection::stream)
        .map(Time::milliseconds)
        .forEach(planned::add);
    return new SparkCheckpoint(
        checkpoint.checkpointTime().milliseconds(),
        checkpoint.graph().batchDuration().milliseconds(),
        planned);
  }

  /**
   * Whether the ranges of a recovery follow each other. They do not when Spark has forgotten a
   * batch that it would run again, and still knows a later one: when several batches end in quick
   * succession, Spark first forgets the ranges of all of them and then writes a file for each.
   */
  boolean goesOnInOrder() {
    return planned.isEmpty()
        || LongStream.iterate(time, next -> next <= planned.last(), next -> next + interval)
            .allMatch(planned::contains);
  }
}
