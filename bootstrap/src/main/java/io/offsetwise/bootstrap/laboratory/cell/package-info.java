/**
 * What can be proved: a job in one of its variants, and a crash at one failure point of its save
 * plan, or none. Variants, points and predictions come from {@code domain.guarantee}; which of the
 * variants the product runs, the product itself says.
 *
 * <p>Pure values. A new guarantee, scope or storage takes part as soon as the domain has it; a new
 * database as soon as the local services have it, and another kind of topic as soon as it can be
 * fed.
 */
package io.offsetwise.bootstrap.laboratory.cell;
