package io.offsetwise.bootstrap.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local repository of Maven that has, by links, all of the user's but one group, so that what a
 * test installs stays in it.
 *
 * @param folder its place
 * @param links the links, to be removed before the folder is
 */
record LinkedRepository(Path folder, List<Path> links) {

  /** One without a group, whose name has dots. */
  static LinkedRepository without(String group, Path folder) throws IOException {
    LinkedRepository repository = new LinkedRepository(folder, new ArrayList<>());
    Path linked = ofTheUser();
    Path place = folder;
    for (String part : group.split("\\.", -1)) {
      repository.link(linked, place, part);
      linked = linked.resolve(part);
      place = place.resolve(part);
    }
    return repository;
  }

  /** Removes the links: JUnit does not like to delete those that lead out of its folder. */
  void unlink() throws IOException {
    for (Path link : links) {
      Files.delete(link);
    }
  }

  private void link(Path linked, Path place, String except) throws IOException {
    Files.createDirectories(place);
    if (Files.isDirectory(linked)) {
      try (Stream<Path> all = Files.list(linked)) {
        for (Path each : all.filter(file -> !file.endsWith(except)).toList()) {
          links.add(Files.createSymbolicLink(place.resolve(each.getFileName()), each));
        }
      }
    }
  }

  private static Path ofTheUser() {
    String configured = System.getProperty("maven.repo.local");
    return configured == null
        ? Path.of(System.getProperty("user.home"), ".m2", "repository")
        : Path.of(configured);
  }
}
