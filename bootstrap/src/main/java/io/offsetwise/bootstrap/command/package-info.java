/**
 * What the verbs of the command line share, and the exit codes.
 *
 * <p>A verb prints its result on standard output (a table, or with {@code -o json} one JSON
 * document alone) and everything else on standard error. It fails by an exception; {@link
 * io.offsetwise.bootstrap.command.FailureReport} turns it into a message and an {@link
 * io.offsetwise.bootstrap.command.ExitCode}. A verb lies in the package of what it does, and {@code
 * OffsetwiseCommand} names it; a jar beside the program adds verbs of its own through {@link
 * io.offsetwise.bootstrap.command.AddedVerb}, and that of the samples through {@link
 * io.offsetwise.bootstrap.command.SampleVerb}.
 */
package io.offsetwise.bootstrap.command;
