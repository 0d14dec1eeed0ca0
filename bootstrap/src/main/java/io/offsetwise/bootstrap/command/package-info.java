/**
 * The command line: one class for each verb, what verbs share, and the exit codes.
 *
 * <p>A verb prints its result on standard output (a table, or with {@code -o json} one JSON
 * document alone) and everything else on standard error. It fails by an exception; {@link
 * io.offsetwise.bootstrap.command.FailureReport} turns it into a message and an {@link
 * io.offsetwise.bootstrap.command.ExitCode}. Add a verb as a class here and name it in {@link
 * io.offsetwise.bootstrap.command.OffsetwiseCommand}; a jar beside the program adds verbs of its
 * own through {@link io.offsetwise.bootstrap.command.AddedVerb}. What a verb does belongs to a
 * package of its own.
 */
package io.offsetwise.bootstrap.command;
