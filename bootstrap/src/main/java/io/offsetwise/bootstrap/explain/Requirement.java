package io.offsetwise.bootstrap.explain;

/**
 * A setting that the job makes by itself, and refuses when a user makes it otherwise.
 *
 * @param key the key, as a user would write it
 * @param value what it must be
 * @param because what would happen otherwise
 */
public record Requirement(String key, String value, String because) {

  /** Key and value in one text. */
  String text() {
    return key + " = " + value;
  }
}
