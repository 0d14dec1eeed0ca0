package io.offsetwise.bootstrap;

import io.offsetwise.bootstrap.audit.AuditCommand;
import io.offsetwise.bootstrap.command.StackTraces;
import io.offsetwise.bootstrap.config.ConfigCommand;
import io.offsetwise.bootstrap.distribution.PackageCommand;
import io.offsetwise.bootstrap.explain.ExplainCommand;
import io.offsetwise.bootstrap.fork.NewCommand;
import io.offsetwise.bootstrap.local.LocalCommand;
import io.offsetwise.bootstrap.offsets.OffsetsCommand;
import io.offsetwise.bootstrap.produce.ProduceCommand;
import io.offsetwise.bootstrap.run.RunCommand;
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
      LocalCommand.class,
      ConfigCommand.class,
      PackageCommand.class,
      NewCommand.class
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
