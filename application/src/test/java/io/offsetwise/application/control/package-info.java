/**
 * Negative controls: stores that are wrong in one way each, and the proof that the contracts catch
 * them. A contract that no broken store fails proves nothing.
 *
 * <p>What only a crash or a rival between two statements brings to light is beyond a contract;
 * those stores are caught by {@code application.interleaving}, and {@code application.wrongbuild}
 * tells what caught which.
 *
 * <p>Add a store here with every promise that is added to {@code application.contract}. Nothing of
 * this is shipped.
 */
package io.offsetwise.application.control;
