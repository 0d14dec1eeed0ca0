/**
 * What is promised, and what follows from it: the four guarantees as data, the crash prediction,
 * and the table of what is possible where.
 *
 * <p>A guarantee is a {@link io.offsetwise.domain.guarantee.SavePlan}, the list of its commits.
 * Nothing else in the project decides an order of saving; the coordinator in {@code
 * application.save} walks the plan. Add a guarantee by adding a plan here. Pure functions on {@code
 * java.base} alone; no input or output.
 */
package io.offsetwise.domain.guarantee;
