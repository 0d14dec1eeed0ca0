/**
 * In-memory fakes of every out-port, with the semantics that matter: row locks that last to the end
 * of a transaction, read committed, roll back; a log that can be truncated, recreated or absent; an
 * engine that a test drives batch by batch.
 *
 * <p>They pass the contracts of {@code application.contract}. What is wrong on purpose does not
 * live here but in {@code application.control}. Fakes that travel are found by the name of their
 * settings through {@link io.offsetwise.application.shared.PerJvm}, like the real things.
 */
package io.offsetwise.application.fake;
