/**
 * The notes as written, executed: their recipes, and what everybody makes of them, run on a real
 * broker and a real database under the fault that each is weak against, and counted against Kafka's
 * log. The table is compared with {@code docs/guarantees.md}.
 *
 * <p>Here are faults, scenarios and the count; the recipes are in {@code asnoted.program}. Add a
 * recipe as a row of {@link io.offsetwise.bootstrap.asnoted.FirstNote}, {@link
 * io.offsetwise.bootstrap.asnoted.SecondNote} or {@link
 * io.offsetwise.bootstrap.asnoted.CopiedEverywhere}, and to the page. A scenario asserts that its
 * fault has struck: a run without it proves nothing.
 */
package io.offsetwise.bootstrap.asnoted;
