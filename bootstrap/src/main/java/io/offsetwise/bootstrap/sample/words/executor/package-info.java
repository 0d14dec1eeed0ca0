/**
 * The sample verb <em>words</em> inside Spark's tasks: words of a line, and their counts.
 *
 * <p>Spark writes these functions into its checkpoint and reads them back in another process. Each
 * is a record, so that it brings nothing along but its components.
 */
package io.offsetwise.bootstrap.sample.words.executor;
