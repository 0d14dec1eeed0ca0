/**
 * Secrets as references: what {@code ${env:NAME}} and {@code ${file:/path}} in a Kafka property
 * stand for.
 *
 * <p>Kafka's clients resolve the references themselves, when and where a client is opened; what
 * travels to executors or into a checkpoint holds the reference only. Add another source of secrets
 * as one more {@link org.apache.kafka.common.config.provider.ConfigProvider} here and name it in
 * {@link io.offsetwise.adapters.kafka.secret.SecretReferences}.
 */
package io.offsetwise.adapters.kafka.secret;
