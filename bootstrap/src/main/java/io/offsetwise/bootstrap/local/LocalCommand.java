package io.offsetwise.bootstrap.local;

import picocli.CommandLine.Command;

/** {@code local}: the local services. */
@Command(
    name = "local",
    description = {
      "Starts, stops or shows the local services: a Kafka broker and a database on loopback, beside"
          + " data-dir. The database is H2, or PostgreSQL with -Dlocal.database=postgresql. Other verbs"
          + " start them when they need them."
    },
    synopsisSubcommandLabel = "(start | stop | status)",
    subcommands = {LocalStartCommand.class, LocalStopCommand.class, LocalStatusCommand.class})
public final class LocalCommand {}
