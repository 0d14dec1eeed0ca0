/**
 * The verb {@code package}: how the program leaves the machine that it was built on. It says where
 * the jar for {@code spark-submit} is, which the build makes, and writes the laptop package, which
 * runs from any folder without Maven.
 *
 * <p>Both are made of what lies beside the program and above it, which is the same in a checkout
 * and in an unpacked package. Nothing is built here.
 */
package io.offsetwise.bootstrap.distribution;
