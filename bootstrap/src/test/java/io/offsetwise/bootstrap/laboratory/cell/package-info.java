/** Which cells there are, and which are asked for. */
package io.offsetwise.bootstrap.laboratory.cell;
