/**
 * What the two notes say that Offsetwise grew from, shown on a real broker and a real Spark, and
 * the check of {@code docs/tour.md}, which leads from each line of the notes to a class and a test.
 *
 * <p>Here are the sentences about Kafka and its connector that no class of ours stands for, and the
 * notes' own example. What a class of ours promises is tested beside that class. A new sentence is
 * a test method named after it, and a row of the tour.
 */
package io.offsetwise.bootstrap.notes;
