/**
 * Payments in digit-coded money, see {@link io.offsetwise.domain.wallet.DigitCode}, and the reading
 * of the balances that they make. The job knows nothing of it.
 */
package io.offsetwise.bootstrap.laboratory.money;
