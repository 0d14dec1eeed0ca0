package io.offsetwise.bootstrap.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** {@code docs/images/house.svg} shows the modules as they are compiled. */
class HousePictureTest {

  /** What a fork may be without is not drawn, so that its picture is the same. */
  private static final Set<String> APART =
      Set.of("bootstrap.fork", "bootstrap.laboratory", "bootstrap.sample");

  /** Names the file to be written; without it nothing is. */
  private static final String WRITE = "house.picture";

  private static final Path PICTURE = Repository.root().resolve("docs/images/house.svg");

  private static final HousePlan PLAN =
      HousePlan.of(ArchitectureTest.PRODUCT, SourceTree.ofProduct()).without(APART);

  @Test
  void showsTheHouseOfToday() throws IOException {
    String drawn = new HousePicture(PLAN).svg();
    String target = System.getProperty(WRITE);
    if (target != null) {
      Files.writeString(Repository.root().resolve(target), drawn);
    }

    assertThat(Files.readString(PICTURE))
        .as(
            "modules, packages or arrows have changed: look at them, and write the picture anew with"
                + " mvn -B -ntp test -Dtest=HousePictureTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dhouse.picture=docs/images/house.svg")
        .isEqualTo(drawn);
  }

  @Test
  void theLowestNeedsNothingAndTheHighestEverything() {
    assertThat(PLAN.on(0)).extracting(HouseModule::name).containsExactly("domain");
    assertThat(PLAN.on(1)).extracting(HouseModule::name).containsExactly("application");
    assertThat(PLAN.on(2))
        .extracting(HouseModule::name)
        .containsExactly("adapters-kafka", "adapters-spark", "adapters-storage");
    assertThat(PLAN.modules().get("bootstrap").needs()).hasSize(PLAN.modules().size() - 1);
  }

  /** A check of the check: an arrow more is another picture, with another order of levels. */
  @Test
  void anArrowMoreIsSeen() {
    Map<String, HouseModule> modules = new TreeMap<>(PLAN.modules());
    HouseModule spark = modules.get("adapters-spark");
    TreeSet<String> needs = new TreeSet<>(spark.needs());
    needs.add("adapters-kafka");
    modules.put(spark.name(), new HouseModule(spark.name(), spark.rooms(), needs));
    HousePlan changed = new HousePlan(modules);

    assertThat(changed.level("adapters-spark")).isEqualTo(3);
    assertThat(PLAN.level("adapters-spark")).isEqualTo(2);
  }

  @Test
  void aPackageMoreIsSeen() {
    HouseModule domain = PLAN.modules().get("domain");
    TreeSet<String> rooms = new TreeSet<>(domain.rooms());
    rooms.add("another");
    Map<String, HouseModule> modules = new TreeMap<>(PLAN.modules());
    modules.put(domain.name(), new HouseModule(domain.name(), rooms, domain.needs()));

    assertThat(new HousePicture(new HousePlan(modules)).svg())
        .contains(">another<")
        .isNotEqualTo(new HousePicture(PLAN).svg());
  }
}
