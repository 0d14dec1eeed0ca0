/**
 * Tests of the files by which the local services find each other, and of real ones as a process.
 */
package io.offsetwise.bootstrap.local;
