/**
 * What came of a run of the laboratory: predicted and observed for each cell, whether the promises
 * were kept, and whether the run proves anything at all; as a table and as JSON.
 *
 * <p>{@link io.offsetwise.bootstrap.laboratory.proof.Proof} holds all of it. Another form of the
 * same is a class here. Nothing here runs anything.
 */
package io.offsetwise.bootstrap.laboratory.proof;
