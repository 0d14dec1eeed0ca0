/**
 * The laboratory: proves each guarantee by halting real processes. Packed into a jar of its own;
 * the product does not know it, and finds its verb through {@link
 * io.offsetwise.bootstrap.command.AddedVerb} when the jar lies beside the program.
 *
 * <p>Here is the verb; what it does is in the packages below. Which cells there are: {@code cell}.
 * What halts a job: {@code halt}. The job that is proved, as it is seen from here: {@code subject}.
 * What became of its records: {@code evidence}. Where cells are run, and in which processes: {@code
 * testbed}. What came of a run: {@code proof}.
 */
package io.offsetwise.bootstrap.laboratory;
