/** The sample jobs, each in a package of its own, and what all of them must be. */
package io.offsetwise.bootstrap.sample;
