/**
 * The sample job's own values: payments into wallets.
 *
 * <p>Part of the sample job <em>wallet</em>, which is one package in each module; a fork deletes
 * all of them. Nothing outside the wallet packages may use them, except the wiring in bootstrap.
 */
package io.offsetwise.domain.wallet;
