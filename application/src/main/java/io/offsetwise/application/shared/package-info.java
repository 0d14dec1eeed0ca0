/**
 * What is opened once in a JVM and shared by all tasks in it, pools and clients; and the files that
 * processes share: the lock by which they keep each other out, and content that is replaced at
 * once.
 *
 * <p>This package holds the only static state of the project. Executors have no injector; what they
 * share is found by the value of its settings. It lies here because the adapters for Kafka, Spark
 * and storage all use it, and do not know each other.
 */
package io.offsetwise.application.shared;
