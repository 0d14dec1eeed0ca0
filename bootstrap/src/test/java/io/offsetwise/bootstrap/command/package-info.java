/**
 * Tests of the command line: in this JVM where that shows everything, and as a process of the
 * packaged jar ({@code *IT}) where exit codes, streams, signals and services are the subject.
 */
package io.offsetwise.bootstrap.command;
