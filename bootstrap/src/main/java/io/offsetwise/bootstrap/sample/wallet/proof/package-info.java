/**
 * The wallet as the laboratory proves it: payments whose amounts are powers of ten, so that a
 * balance tells of each of them how often it was applied. Lies in the laboratory's jar; the job
 * knows nothing of it.
 */
package io.offsetwise.bootstrap.sample.wallet.proof;
