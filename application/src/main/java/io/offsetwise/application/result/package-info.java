/**
 * The tables of a job's results, as data: what a job says once, and the writer, the audit, the
 * summary and the check of the schema follow from.
 *
 * <p>Pure values that travel to executors. SQL belongs to {@code adapters.storage.result},
 * comparing with the log to {@code application.audit}. Another kind of table is one more {@link
 * io.offsetwise.application.result.Writing}.
 */
package io.offsetwise.application.result;
