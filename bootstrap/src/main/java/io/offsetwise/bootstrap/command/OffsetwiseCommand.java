package io.offsetwise.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program as a whole; each verb is a command below it. */
@Command(
    name = "offsetwise",
    description = "Reads Kafka through Spark Streaming and keeps the delivery guarantee it states.",
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%n",
    footer = "`offsetwise VERB --help` explains a verb.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    usageHelpAutoWidth = true,
    sortOptions = false,
    subcommands = {
      RunCommand.class,
      ExplainCommand.class,
      AuditCommand.class,
      OffsetsCommand.class,
      ProduceCommand.class,
      WordsCommand.class,
      LocalCommand.class,
      ConfigCommand.class
    })
final class OffsetwiseCommand {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure.")
  private boolean debug;

  /** Whether failures are reported with their stack traces. */
  StackTraces stackTraces() {
    return debug ? StackTraces.SHOWN : StackTraces.HIDDEN;
  }
}
