/** Declared tables: what is refused when they are made, and sums. */
package io.offsetwise.application.result;
