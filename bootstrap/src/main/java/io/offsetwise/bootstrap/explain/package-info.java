/**
 * What {@code explain} says: for combinations of guarantee, scope, storage and result kind the
 * plan, its failure points, what a crash at each of them causes and what must be set, or why it is
 * refused.
 *
 * <p>Everything is derived from {@code domain.guarantee} and from the requirements that the engine
 * itself enforces; here it only gets its form, a table or JSON. The table with all combinations is
 * a part of {@code docs/guarantees.md}.
 */
package io.offsetwise.bootstrap.explain;
