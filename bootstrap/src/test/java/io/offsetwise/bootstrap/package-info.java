/** The verbs as one program: what each does with bad input, and what its help says. */
package io.offsetwise.bootstrap;
