/**
 * Tables of text for terminals and fenced blocks.
 *
 * <p>What is in a table belongs to the package that prints it.
 */
package io.offsetwise.bootstrap.table;
