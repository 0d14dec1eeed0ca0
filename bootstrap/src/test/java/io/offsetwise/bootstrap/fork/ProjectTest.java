package io.offsetwise.bootstrap.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.run.SourceCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects of this very checkout; that they build is shown by {@link NewProjectIT}. */
class ProjectTest {

  private static final Checkout HERE = Checkout.above(Path.of("").toAbsolutePath());
  private static final ProjectName NAME = new ProjectName("com.acme", "green-grocer");

  @TempDir private Path folder;

  @Test
  void aWholeOneHasOtherNamesAndNothingElse() throws IOException {
    Project project = Project.whole(HERE, NAME);
    AtomicLong written = new AtomicLong();
    project.writeTo(folder, written::set);

    assertThat(written).hasValue(project.size());
    assertThat(saying("offsetwise")).containsExactly("NOTICE");
    assertThat(folder.resolve("NOTICE"))
        .content()
        .startsWith("GreenGrocer\n")
        .contains("Made of the following")
        .endsWith(Files.readString(HERE.root().resolve("NOTICE")));
    assertThat(folder.resolve("LICENSE")).hasSameBinaryContentAs(HERE.root().resolve("LICENSE"));
    assertThat(folder.resolve("bin/green-grocer")).isExecutable();
    assertThat(folder.resolve("docs/images/report.png"))
        .hasSameBinaryContentAs(HERE.root().resolve("docs/images/report.png"));
    assertThat(folder.resolve(".github/workflows/ci.yml")).isNotEmptyFile();
    assertThat(folder.resolve(".gitlab-ci.yml")).isNotEmptyFile();
    assertThat(folder.resolve("bootstrap/src/main/java/com/acme/greengrocer/bootstrap/Main.java"))
        .content()
        .contains("package com.acme.greengrocer.bootstrap;");
  }

  @Test
  void aReducedOneHasNoWordOfTheSample() throws IOException {
    Project.reduced(HERE, NAME).writeTo(folder, written -> {});

    assertThat(saying("wallet", "payment", "`prove")).isEmpty();
    assertThat(saying("offsetwise")).containsExactly("NOTICE");
    assertThat(folder.resolve("bootstrap/src/main/java/com/acme/greengrocer/bootstrap/laboratory"))
        .doesNotExist();
    assertThat(folder.resolve("README.md")).content().contains("mvn -B -ntp verify");
  }

  /** Under the names that they have here; classes of the same names are on the class path. */
  @Test
  void theJobThatItHasCompilesAsItIs() throws IOException {
    Path templates = HERE.templates().resolve("instead");
    Map<String, String> sources = new TreeMap<>();
    for (Path file : Checkout.filesBelow(templates)) {
      if (file.toString().endsWith(".java") && !file.endsWith("package-info.java")) {
        sources.put(file.toString(), Files.readString(templates.resolve(file)));
      }
    }

    assertThat(sources).hasSizeGreaterThan(4);
    assertThat(SourceCompiler.into(folder).errors(sources)).isEmpty();
  }

  /** The files that have one of these words, in any case. */
  private List<String> saying(String... words) throws IOException {
    Pattern any = Pattern.compile(String.join("|", words), Pattern.CASE_INSENSITIVE);
    List<String> saying = new ArrayList<>();
    for (Path file : Checkout.filesBelow(folder)) {
      String text = Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
      if (any.matcher(file + "\n" + text).find()) {
        saying.add(file.toString());
      }
    }
    return saying;
  }
}
