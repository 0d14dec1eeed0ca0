/**
 * The processes that a run of the laboratory starts, and their certain end: whatever happens, none
 * of them outlives it.
 *
 * <p>What they are started for belongs to {@code laboratory.testbed}.
 */
package io.offsetwise.bootstrap.laboratory.process;
