package io.offsetwise.bootstrap.config;

import picocli.CommandLine.Command;

/** {@code config}: the configuration. */
@Command(
    name = "config",
    description = "Shows or checks the configuration.",
    synopsisSubcommandLabel = "(show | check)",
    subcommands = {ConfigShowCommand.class, ConfigCheckCommand.class})
public final class ConfigCommand {}
