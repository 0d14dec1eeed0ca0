/**
 * Brokers that tests kill, move and lock up: each a JVM of its own, alone or as a cluster, of the
 * product's version of Kafka or of another one. The local broker of the product is one, and alone.
 */
package io.offsetwise.bootstrap.brokers;
