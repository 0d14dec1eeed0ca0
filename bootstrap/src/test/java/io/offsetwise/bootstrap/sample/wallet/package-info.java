/** The wallet job: its wire format, and what it makes of records that are no payments. */
package io.offsetwise.bootstrap.sample.wallet;
