package io.offsetwise.bootstrap.run;

/**
 * What came of a run, in both forms.
 *
 * @param json a record, for {@code -o json}
 * @param table a few lines for people
 */
public record RunReport(Object json, String table) {}
