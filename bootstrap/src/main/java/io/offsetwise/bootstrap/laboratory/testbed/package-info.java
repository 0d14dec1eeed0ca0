/**
 * Where cells are run: a data folder with a broker and a database of its own, topics with
 * digit-coded payments, and one process after the other that runs the job over them.
 *
 * <p>{@link io.offsetwise.bootstrap.laboratory.testbed.LentTestbed} is the one place where things
 * are opened and closed. The crashed job is the product's job with halting points; the job that is
 * started after it is the program itself.
 */
package io.offsetwise.bootstrap.laboratory.testbed;
