package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code docs/course.md} has its six stations, and the patch of each fits the code of today. */
class CourseTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int STATIONS = 6;

  @Test
  void eachStationHasItsPartsAndAllThatIsNamedIsThere() throws Exception {
    Course course = Course.read(ROOT);

    assertThat(course.problems()).isEmpty();
    assertThat(course.stations()).hasSize(STATIONS);
    assertThat(course.unused()).as("patches without a station").isEmpty();
  }

  /** A check of the check: each of these edits of the page makes one fault. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "**Look.**; **See.**; has no part **Look.**",
        "**Caught by** `PositionsTest#; `PositionsTest#; names no test that catches it",
        "`PositionsTest#stands; `PositionsTest#lies; has no test method lies",
        "git apply -R docs/course/1; git apply -R docs/course/2; is not run, broken, tested",
        "bin/offsetwise run; mvn -q run; is not run, broken, tested and mended",
        "1-last-instead-of-next; 1-gone; there is no docs/course/1-gone.patch",
        "(recipes.md#add-a-job); (gone.md#add-a-job); there is no gone.md",
        "[Continuity],; [Gone],; [Gone] is not defined",
        "[Continuity],; Continuity,; nothing links to Continuity",
        "offset/Continuity.java; offset/Positions.java; is not Continuity"
      })
  void aFaultOfThePageIsFound(String before, String after, String problem) throws Exception {
    String page = Course.read(ROOT).text();

    assertThat(page).contains(before);
    assertThat(new Course(page.replace(before, after), ROOT).problems())
        .anySatisfy(found -> assertThat(found).contains(problem));
  }

  /** The same of a patch. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "-one; -two; does not fit a/File.java",
        "-1,1; -1,2; counts its lines wrongly",
        "+1,1; +1,2; counts its lines wrongly",
        "File.java; Gone.java; there is no a/Gone.java",
        "+two; +import two; has a line that is wide or an import",
        "@@; @@@; is not a patch of one place"
      })
  void aFaultOfAPatchIsFound(String before, String after, String problem, @TempDir Path folder)
      throws Exception {
    String patch = "--- a/a/File.java\n+++ b/a/File.java\n@@ -1,1 +1,1 @@\n-one\n+two\n";
    Files.createDirectories(folder.resolve("a"));
    Files.writeString(folder.resolve("a/File.java"), "one\n");

    assertThat(new UnifiedPatch(patch).problems(folder)).isEmpty();
    assertThat(new UnifiedPatch(patch.replace(before, after)).problems(folder))
        .singleElement()
        .asString()
        .contains(problem);
  }
}
