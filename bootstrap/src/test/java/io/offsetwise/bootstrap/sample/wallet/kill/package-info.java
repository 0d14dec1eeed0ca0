/**
 * Real processes killed by {@code kill -9}: parked between the commits of a save, where what
 * becomes of the records is predicted by the plan, and at random moments, where only the promise
 * can be held against them. Both are finished by the packaged program and compared with a replay of
 * Kafka's log, payment by payment and balance by balance.
 *
 * <p>The process that parks is test code: the product's wiring has no way to switch a failure point
 * on. Add a guarantee by its plan alone; all of them are tested.
 */
package io.offsetwise.bootstrap.sample.wallet.kill;
