/**
 * The notes' recipes, and those that everybody makes of them, as programs: Spark's own calls and
 * plain JDBC, as short as they are copied. Each is wrong in its own way, or right.
 *
 * <p>What a program needs to be run and counted is in {@link Surroundings}, and it says at which
 * place it is weak by calling {@link Fault#mayStrike}. Nothing here knows how it is broken. Add a
 * program as a record; no class of the product saves or reads anything in it.
 */
package io.offsetwise.bootstrap.asnoted.program;
