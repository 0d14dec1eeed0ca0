package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/advisories.md} was written for the components that the build lists. */
class AdvisoriesPageIT {

  private static final Path SBOM = Path.of("target", "sbom.json");
  private static final Path PAGE = Path.of("..", "docs", "advisories.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([\\w.-]+) \\| (\\d[\\w.-]*) \\| (?:CVE|GHSA)-[\\w-]+ \\|.+\\|$");

  private static final Pattern ANY_ROW = Pattern.compile("(?m)^\\| (?!component ).*\\|$");

  @Test
  void eachComponentIsThereInThatVersion() throws Exception {
    String page = Files.readString(PAGE);
    List<String> reviewed =
        ROW.matcher(page).results().map(row -> row.group(1) + " " + row.group(2)).toList();

    assertThat(reviewed).hasSizeGreaterThan(20);
    assertThat(components()).containsAll(reviewed);
  }

  @Test
  void noRowIsPassedOver() throws Exception {
    String page = Files.readString(PAGE);

    assertThat(ANY_ROW.matcher(page).results().map(MatchResult::group))
        .allMatch(row -> ROW.matcher(row).matches());
  }

  private static List<String> components() throws IOException {
    List<String> components = new ArrayList<>();
    for (JsonNode component : new ObjectMapper().readTree(SBOM.toFile()).get("components")) {
      components.add(component.get("name").asText() + " " + component.get("version").asText());
    }
    return components;
  }
}
