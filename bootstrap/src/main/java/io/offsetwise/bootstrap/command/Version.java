package io.offsetwise.bootstrap.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("(unpackaged)");
    return new String[] {"offsetwise " + version, "Java " + Runtime.version()};
  }
}
