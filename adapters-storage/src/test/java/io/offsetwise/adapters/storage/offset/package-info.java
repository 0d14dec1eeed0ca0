/** The stored positions: their contract, and the race for the first claim. */
package io.offsetwise.adapters.storage.offset;
