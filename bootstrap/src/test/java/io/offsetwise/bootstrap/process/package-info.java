/** Tests of where the program runs. */
package io.offsetwise.bootstrap.process;
