package io.offsetwise.bootstrap.secret;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.io.CompressionCodec;
import org.apache.spark.io.CompressionCodec$;

/** What is in a file, decompressed where Spark compresses it; a byte is a character. */
public final class PlainFile {

  private PlainFile() {}

  /** All files below {@code folder}. */
  public static List<String> allIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(PlainFile::text).toList();
    }
  }

  private static String text(Path file) {
    String name = file.getFileName().toString();
    try (InputStream in = Files.newInputStream(file)) {
      if (name.startsWith("checkpoint-")) {
        return text(codec("lz4").compressedInputStream(in));
      }
      return text(name.contains(".zstd") ? codec("zstd").compressedContinuousInputStream(in) : in);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  private static CompressionCodec codec(String name) {
    return CompressionCodec$.MODULE$.createCodec(new SparkConf(false), name);
  }
}
