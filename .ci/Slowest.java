import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** Prints the test classes that took longest, from the reports of surefire and failsafe: {@code java Slowest.java FOLDER}. */
final class Slowest {

  private static final int SHOWN = 10;

  private Slowest() {}

  public static void main(String[] arguments) throws Exception {
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]), 4)) {
      List<Run> runs = files.filter(Slowest::isReport).map(Slowest::run).sorted(Comparator.comparing(Run::seconds).reversed()).toList();
      if (runs.isEmpty()) {
        throw new IllegalStateException("no report of a test class under " + arguments[0]);
      }
      System.err.printf("%d test classes, %.0f s in all; the slowest:%n", runs.size(), runs.stream().mapToDouble(Run::seconds).sum());
      runs.stream().limit(SHOWN).forEach(run -> System.err.printf("%8.1f s  %s%n", run.seconds(), run.name()));
    }
  }

  private static boolean isReport(Path file) {
    return file.getFileName().toString().matches("TEST-.*\\.xml") && file.getParent().getFileName().toString().matches("(surefire|failsafe)-reports");
  }

  private static Run run(Path report) {
    try {
      Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile()).getDocumentElement();
      return new Run(suite.getAttribute("name"), Double.parseDouble(suite.getAttribute("time").replace(",", "")));
    } catch (Exception e) {
      throw new IllegalStateException(report.toString(), e);
    }
  }

  private record Run(String name, double seconds) {}
}
