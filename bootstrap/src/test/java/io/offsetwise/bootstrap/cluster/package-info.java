/**
 * A standalone cluster of Spark on this machine, made of the jars that a distribution of Spark has,
 * and what is submitted to it: the one jar of {@code target/offsetwise-cluster.jar}.
 */
package io.offsetwise.bootstrap.cluster;
