package io.offsetwise.bootstrap.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/**
 * What a run would print as JSON, read as a record: every field must be known, none may be missing.
 */
public final class JsonOf {

  private static final ObjectMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

  private JsonOf() {}

  /** The report of a run in this JVM. */
  public static <T> T report(RunReport report, Class<T> as) {
    return JSON.convertValue(report.json(), as);
  }
}
