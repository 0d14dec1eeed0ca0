/** Projects that are made of this checkout. */
package io.offsetwise.bootstrap.fork;
