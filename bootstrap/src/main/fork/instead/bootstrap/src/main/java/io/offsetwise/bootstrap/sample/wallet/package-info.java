/** The job: what becomes of one record, and where it goes. */
package io.offsetwise.bootstrap.sample.wallet;
