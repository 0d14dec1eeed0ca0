/** Payments from beginning to end: runs, stops, kills, and every guarantee. */
package io.offsetwise.bootstrap.sample.wallet.run;
