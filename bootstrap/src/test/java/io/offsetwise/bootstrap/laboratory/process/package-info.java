/** Processes end with whoever started them. */
package io.offsetwise.bootstrap.laboratory.process;
