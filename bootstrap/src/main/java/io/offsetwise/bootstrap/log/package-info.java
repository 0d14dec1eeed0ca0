/**
 * Where the program logs to. Everything that the program, Spark and Kafka log goes to a file below
 * the data folder; the terminal belongs to the verbs.
 *
 * <p>What is logged, and how, is in {@code log4j2.properties}.
 */
package io.offsetwise.bootstrap.log;
