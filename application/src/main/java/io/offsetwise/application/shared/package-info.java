/**
 * What is opened once in a JVM and shared by all tasks in it, pools and clients; and the lock by
 * which processes keep each other out.
 *
 * <p>This package holds the only static state of the project. Executors have no injector; what they
 * share is found by the value of its settings.
 */
package io.offsetwise.application.shared;
