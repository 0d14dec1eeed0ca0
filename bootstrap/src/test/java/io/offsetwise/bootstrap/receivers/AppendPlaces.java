package io.offsetwise.bootstrap.receivers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.VoidFunction;

/**
 * Appends what a batch has read to a file, at its end; lies in the checkpoint.
 *
 * @param file where to
 */
record AppendPlaces(String file) implements VoidFunction<JavaRDD<String>> {

  @Override
  public void call(JavaRDD<String> places) throws IOException {
    List<String> batch = places.collect();
    Files.write(Path.of(file), batch, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
