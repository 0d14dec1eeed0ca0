package io.offsetwise.bootstrap.notes;

import io.offsetwise.bootstrap.run.JarOfSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The jar of a user who has followed the recipe "Add a job": it brings the job arrivals. */
public final class RecipeJar {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private RecipeJar() {}

  /** Builds it in an empty folder, from the text of the page. */
  public static Path build(Path folder) throws IOException {
    return build(folder, "");
  }

  /** The same, whose function first does some {@code work}: statements on its {@code record}. */
  public static Path build(Path folder, String work) throws IOException {
    String page =
        Files.readString(ROOT.resolve("docs/recipes.md"))
            .replace("  results.accept(\n", "  " + work + "results.accept(\n");
    JarOfSources sources = new JarOfSources(folder);
    RecipeCode.addAll(RecipeCode.in(page), ROOT, sources);
    RecipeFile.in(page).forEach(file -> sources.file(file.resource(), file.text()));
    return sources.build(System.getProperty("java.class.path"));
  }
}
