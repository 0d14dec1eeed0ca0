package io.offsetwise.bootstrap.offsets;

import picocli.CommandLine.Command;

/** {@code offsets}: where a stream stands, and how to move it. */
@Command(
    name = "offsets",
    description = {
      "Shows, moves, copies and explains the offsets of a stream, wherever they are kept. Takes the"
          + " settings that the job runs with (job.name, offsets.storage, where log and database"
          + " are)."
    },
    synopsisSubcommandLabel = "(describe | reset | copy | history)",
    subcommands = {
      OffsetsDescribeCommand.class,
      OffsetsResetCommand.class,
      OffsetsCopyCommand.class,
      OffsetsHistoryCommand.class
    })
public final class OffsetsCommand {}
