/**
 * The local broker: a real Kafka broker (KRaft, broker and controller in one) inside this JVM, for
 * the local services and for tests.
 *
 * <p>It listens on 127.0.0.1 alone and keeps all its data in one folder. Nothing here is used when
 * somebody else runs the broker; what talks to a broker belongs to {@code adapters.kafka.log} or
 * {@code adapters.kafka.feed}. Add a broker setting in {@link
 * io.offsetwise.adapters.kafka.local.BrokerProperties}.
 */
package io.offsetwise.adapters.kafka.local;
