package io.offsetwise.bootstrap.house;

import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * A module of the build, as its compiled classes show it.
 *
 * @param name of its folder
 * @param rooms the packages right below the one that all its classes share
 * @param needs the modules whose classes its own use
 */
record HouseModule(String name, NavigableSet<String> rooms, NavigableSet<String> needs) {

  HouseModule {
    rooms = new TreeSet<>(rooms);
    needs = new TreeSet<>(needs);
  }

  /** The same without some packages, each named with its module before it. */
  HouseModule without(Set<String> others) {
    NavigableSet<String> left = new TreeSet<>(rooms);
    left.removeIf(room -> others.contains(name + "." + room));
    return new HouseModule(name, left, needs);
  }
}
