package io.offsetwise.bootstrap.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that lie as those of the program do, each with its own name in it.
 *
 * @param home the folder of the checkout, or of the unpacked package
 * @param jars the folder of the jars below it
 */
record SmallProgram(Path home, Path jars) {

  static final String VERSION = "1.2";

  /** Makes one as a build leaves it. */
  static SmallProgram checkout(Path home) throws IOException {
    return new SmallProgram(home, home.resolve("bootstrap").resolve("target")).made();
  }

  /** Makes one as it is unpacked. */
  static SmallProgram unpacked(Path home) throws IOException {
    return new SmallProgram(home, home.resolve("lib")).made();
  }

  InstalledProgram installed() {
    return InstalledProgram.in(jars, VERSION);
  }

  private SmallProgram made() throws IOException {
    for (String file : new String[] {"bin/offsetwise", "README.md", "LICENSE", "NOTICE"}) {
      write(home.resolve(file));
    }
    for (String jar :
        new String[] {"offsetwise", "offsetwise-samples", "offsetwise-laboratory", "lib/spark"}) {
      write(jars.resolve(jar + ".jar"));
    }
    write(jars.resolve("offsetwise-cluster.jar"));
    write(jars.resolve("lib").resolve("guice.jar"));
    return this;
  }

  private static void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, file.getFileName().toString());
  }
}
