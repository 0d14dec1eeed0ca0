package io.offsetwise.bootstrap.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The modules of the build and what they need of each other.
 *
 * @param modules by name
 */
record HousePlan(Map<String, HouseModule> modules) {

  HousePlan {
    modules = new TreeMap<>(modules);
  }

  /** The plan of {@code product}, whose sources lie in {@code trees}. */
  static HousePlan of(JavaClasses product, Collection<SourceTree> trees) {
    Map<String, String> moduleOf = new HashMap<>();
    for (SourceTree tree : trees) {
      tree.classNames().forEach(type -> moduleOf.put(type, nameOf(tree)));
    }
    Map<String, HouseModule> modules = new TreeMap<>();
    for (SourceTree tree : trees) {
      NavigableSet<String> needs = needs(tree, product, moduleOf);
      modules.put(nameOf(tree), new HouseModule(nameOf(tree), rooms(tree.classNames()), needs));
    }
    return new HousePlan(modules);
  }

  /** The same without some packages, each named with its module before it. */
  HousePlan without(Set<String> rooms) {
    Map<String, HouseModule> left = new TreeMap<>();
    modules.forEach((name, module) -> left.put(name, module.without(rooms)));
    return new HousePlan(left);
  }

  /** How many modules lie below: the most that an arrow after the other passes. */
  int level(String module) {
    return modules.get(module).needs().stream().mapToInt(need -> 1 + level(need)).max().orElse(0);
  }

  /** The modules of a level, by name; none above the highest. */
  List<HouseModule> on(int level) {
    return modules.values().stream().filter(module -> level(module.name()) == level).toList();
  }

  private static NavigableSet<String> needs(
      SourceTree tree, JavaClasses product, Map<String, String> moduleOf) {
    NavigableSet<String> needs = new TreeSet<>();
    product.stream()
        .filter(type -> nameOf(tree).equals(moduleOf.get(outermost(type))))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .flatMap(use -> Optional.ofNullable(moduleOf.get(outermost(use.getTargetClass()))).stream())
        .forEach(needs::add);
    needs.remove(nameOf(tree));
    return needs;
  }

  private static NavigableSet<String> rooms(List<String> classes) {
    String shared = classes.stream().map(HousePlan::folder).reduce(HousePlan::shared).orElseThrow();
    NavigableSet<String> rooms = new TreeSet<>();
    classes.stream()
        .map(HousePlan::folder)
        .filter(folder -> folder.length() > shared.length())
        .map(folder -> folder.substring(shared.length()))
        .forEach(below -> rooms.add(below.substring(0, below.indexOf('.'))));
    return rooms;
  }

  /** The package with a dot behind it, so that a name is never taken for a longer one. */
  private static String folder(String type) {
    return type.substring(0, type.lastIndexOf('.') + 1);
  }

  private static String shared(String one, String other) {
    String shared = one;
    while (!other.startsWith(shared)) {
      shared = shared.substring(0, shared.lastIndexOf('.', shared.length() - 2) + 1);
    }
    return shared;
  }

  private static String outermost(JavaClass type) {
    return type.getName().split("\\$", 2)[0];
  }

  /** Sources lie in {@code src/main/java} of their module. */
  private static String nameOf(SourceTree tree) {
    Path module = tree.root().resolve("../../..").normalize();
    return module.getFileName().toString();
  }
}
