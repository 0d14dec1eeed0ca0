/** Feeding and replaying, held against a local broker. */
package io.offsetwise.adapters.kafka.feed;
