/** Tests of what {@code explain} says, and that the documentation says the same. */
package io.offsetwise.bootstrap.explain;
