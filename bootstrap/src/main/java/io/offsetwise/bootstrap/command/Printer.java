package io.offsetwise.bootstrap.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** Prints the result of a verb in the form that was asked for. */
public final class Printer {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final OutputFormat format;
  private final PrintWriter out;

  /** Prints to {@code out}. */
  public Printer(OutputFormat format, PrintWriter out) {
    this.format = format;
    this.out = out;
  }

  /**
   * Prints one of the two.
   *
   * @param json a tree of maps, lists, records and plain values
   * @param table lines for people
   */
  public void print(Supplier<?> json, Supplier<String> table) {
    out.println(
        switch (format) {
          case JSON -> json(json.get());
          case TABLE -> table.get().stripTrailing();
        });
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException unprintable) {
      throw new UncheckedIOException("a result has no JSON form", unprintable);
    }
  }
}
