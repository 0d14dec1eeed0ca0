package io.offsetwise.bootstrap;

import io.offsetwise.bootstrap.process.ThisProgram;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"offsetwise " + ThisProgram.version(), "Java " + Runtime.version()};
  }
}
