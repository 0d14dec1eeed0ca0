/**
 * Tests of the laboratory. What follows from values is tested here and in the packages below with
 * values; that real processes are halted, counted and left nowhere is shown by {@code *IT} on the
 * packaged program.
 */
package io.offsetwise.bootstrap.laboratory;
