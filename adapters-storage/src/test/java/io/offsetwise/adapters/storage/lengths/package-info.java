/** What message-lengths stores: sums by partition, written twice and by several writers. */
package io.offsetwise.adapters.storage.lengths;
