/**
 * The job under faults: rows of the table in {@code docs/guarantees.md}, section "Faults", that
 * need the whole of it. A test runs the job in its own JVM where that shows the same, and as a
 * process where the fault is one of processes; broker and database run in a process of their own.
 *
 * <p>What one module shows by itself is tested there. Add here what takes several: one row, one
 * test, and a link to it in the table.
 */
package io.offsetwise.bootstrap.sample.wallet.fault;
