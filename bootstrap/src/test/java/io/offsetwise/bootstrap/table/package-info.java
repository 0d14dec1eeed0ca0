/** Tests of tables of text. */
package io.offsetwise.bootstrap.table;
