package io.offsetwise.bootstrap.notes;

import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.shared.SharedResource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What tasks have put out into a world that no transaction takes back; local Spark runs them in
 * this JVM.
 *
 * @param name tells it from others
 */
record Outputs(String name) implements SharedResource<Outputs.World> {

  static Outputs none() {
    return new Outputs(UUID.randomUUID().toString());
  }

  void write(String result) {
    PerJvm.get(this).written.add(result);
  }

  List<String> written() {
    return List.copyOf(PerJvm.get(this).written);
  }

  @Override
  public World open() {
    return new World();
  }

  static final class World implements AutoCloseable {

    private final List<String> written = new CopyOnWriteArrayList<>();

    @Override
    public void close() {}
  }
}
