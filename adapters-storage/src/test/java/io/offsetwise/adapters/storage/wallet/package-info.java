/** The wallet's tables, written twice, by several writers, and in parts. */
package io.offsetwise.adapters.storage.wallet;
