/** What {@code produce} makes of its input; the verb itself is tested beside the command line. */
package io.offsetwise.bootstrap.produce;
