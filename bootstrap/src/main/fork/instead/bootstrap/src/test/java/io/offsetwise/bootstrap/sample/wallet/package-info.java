/** The job by itself, and on a real broker under everything that is possible. */
package io.offsetwise.bootstrap.sample.wallet;
