/** Verdicts, validity and the forms of a proof, from results made by hand. */
package io.offsetwise.bootstrap.laboratory.proof;
