package io.offsetwise.bootstrap.laboratory.report;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.offsetwise.application.shared.AtomicFile;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.laboratory.proof.Proof;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * A proof as a page for a browser.
 *
 * @param proof what is reported
 * @param surroundings where and when it was made
 */
public record HtmlReport(Proof proof, Surroundings surroundings) {

  /** The name of the file. */
  public static final String FILE_NAME = "report.html";

  private static final String TEMPLATE = "report.ftlh";

  public HtmlReport {
    Objects.requireNonNull(proof, "proof");
    Objects.requireNonNull(surroundings, "surroundings");
  }

  /**
   * Writes the page into a folder, which is made when it is not there; a former page is replaced at
   * once, never half.
   *
   * @return the file
   * @throws StoppedException with reason {@code UNAVAILABLE} when the folder cannot be written to
   */
  public Path writeTo(Path folder) {
    Path file = folder.resolve(FILE_NAME);
    try {
      Files.createDirectories(folder);
      new AtomicFile(file).write(html().getBytes(StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw StopReason.UNAVAILABLE.because(
          e,
          "%s cannot be written (%s): its disk is probably full, or the folder belongs to somebody"
              + " else; name another folder with --report",
          file,
          e);
    }
  }

  /** The page. */
  String html() {
    StringWriter page = new StringWriter();
    try {
      configuration().getTemplate(TEMPLATE).process(Page.of(proof, surroundings), page);
    } catch (IOException | TemplateException e) {
      throw new IllegalStateException("the template " + TEMPLATE + " is broken", e);
    }
    return page.toString();
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(HtmlReport.class, "");
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setLocale(Locale.ROOT);
    return configuration;
  }
}
