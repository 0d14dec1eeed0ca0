/** References to secrets, as Kafka's own clients resolve them. */
package io.offsetwise.adapters.kafka.secret;
