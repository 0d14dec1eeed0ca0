/**
 * The sample job <em>wallet</em>: payments as JSON records, what the job computes of a batch, how
 * they are fed, and its wiring.
 *
 * <p>A fork deletes this package together with the wallet packages of {@code domain}, {@code
 * application} and {@code adapters-storage}. What any job needs belongs to {@code bootstrap.run}.
 */
package io.offsetwise.bootstrap.wallet;
