/** The contracts of offsets run against Kafka's groups, and what only Kafka's locks can show. */
package io.offsetwise.adapters.kafka.offset;
