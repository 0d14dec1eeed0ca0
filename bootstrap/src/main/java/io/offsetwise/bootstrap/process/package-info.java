/**
 * What is needed to start another process of this program, and where this one runs.
 *
 * <p>Which processes there are, and how they end, belongs to those who start them.
 */
package io.offsetwise.bootstrap.process;
