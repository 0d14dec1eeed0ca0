/**
 * What halts a job: the halting adapter of the failure-point port, the marker that it leaves
 * behind, and the process that runs the product's job with it.
 *
 * <p>The halt is {@link Runtime#halt}: no shutdown hook runs, as with {@code kill -9}. Who starts
 * such processes, and what becomes of their records, is no matter of this package.
 */
package io.offsetwise.bootstrap.laboratory.halt;
