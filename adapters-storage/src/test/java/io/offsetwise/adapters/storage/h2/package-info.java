/** H2's URLs, and H2 under the contracts of a dialect. */
package io.offsetwise.adapters.storage.h2;
