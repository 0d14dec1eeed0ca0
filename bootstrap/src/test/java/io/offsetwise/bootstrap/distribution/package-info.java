/**
 * Tests of what is taken to another machine: over a small program made of a few bytes, and ({@code
 * *IT}) the real one, unpacked and run.
 */
package io.offsetwise.bootstrap.distribution;
