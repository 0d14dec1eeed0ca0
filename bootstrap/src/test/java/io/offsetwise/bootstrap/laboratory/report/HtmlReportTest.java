package io.offsetwise.bootstrap.laboratory.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.laboratory.proof.Proof;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {

  private static final XPath XPATH = XPathFactory.newInstance().newXPath();

  @TempDir private Path folder;

  @Test
  void hasABarOfWhatBecameOfTheRecordsOfEachCell() throws Exception {
    Document page = parsed(SampleProof.good());

    assertThat(texts(page, "//h1")).containsExactly("Every promise was kept");
    assertThat(texts(page, "//h2")).containsExactly("at-most-once", "at-least-once", "Refused");
    assertThat(texts(page, "//div[@class='bar']/span"))
        .containsExactly("10 lost", "90 exact", "90 exact", "10 repeated");
    assertThat(texts(page, "//span[@class='kept']"))
        .containsExactly("lost, as predicted", "repeated, as predicted");
  }

  @Test
  void showsProcessesAndOffsetsBeforeAndAfterTheCrash() throws Exception {
    Document page = parsed(SampleProof.good());

    assertThat(texts(page, "(//div[@class='processes'])[1]/span"))
        .containsExactly(
            "process 1 halted after 3.0 s, exit code 137",
            "process 2 ended after 2.5 s, exit code 0");
    assertThat(texts(page, "(//div[@class='log'])[1]/span/@title"))
        .containsExactly(
            "saved before the halt: [0, 30)",
            "saved after the halt: [30, 100)",
            "in flight at the halt: [20, 30)");
    assertThat(texts(page, "(//div[@class='log'])[1]/span/@style"))
        .startsWith("left: 0.000%; width: 30.000%", "left: 30.000%; width: 70.000%");
    assertThat(texts(page, "//span[@class='mark']"))
        .containsExactly("\u2715 [20, 30) lost", "\u2715 [20, 30) repeated");
    assertThat(texts(page, "//p[starts-with(., 'Predicted')]").get(0))
        .contains("the 10 records in flight are lost, all others intact");
  }

  @Test
  void namesWhatWasNotPredicted() throws Exception {
    Document page = parsed(SampleProof.broken());

    assertThat(texts(page, "//h1")).containsExactly("A promise was broken");
    assertThat(texts(page, "//span[@class='not kept']"))
        .containsExactly("repeated, not as predicted");
    assertThat(texts(page, "//p[starts-with(., 'First records')]").get(0)).contains("left-0@77");
  }

  @Test
  void saysWhatIsCommittedWhereSparkWritesTheOffsets() throws Exception {
    assertThat(texts(parsed(SampleProof.good()), "//p[starts-with(., 'commits')]/code"))
        .containsExactly("{offsets}, then {results}", "{results}, then {offsets}");
    assertThat(texts(parsed(SampleProof.inTwoStorages()), "//p[starts-with(., 'commits')]/code"))
        .containsExactly(
            "{results}, then {offsets} with offsets in own; {results} with offsets in checkpoint");
  }

  @Test
  void saysWhenItProvesNothing() throws Exception {
    Document page = parsed(SampleProof.invalid());

    assertThat(texts(page, "//h1")).containsExactly("This run proves nothing");
    assertThat(texts(page, "//header/p/strong").get(0))
        .startsWith("at-least-once has repeated nothing");
  }

  @Test
  void wordsAreNeverMarkup() throws Exception {
    assertThat(texts(parsed(SampleProof.good()), "//section[last()]/details/summary"))
        .containsExactly("<b>no</b> & never");
  }

  @Test
  void needsNothingButItself() {
    assertThat(html(SampleProof.good()))
        .doesNotContain("<script", "src=", "href=", "url(", "@import", "http");
  }

  @Test
  void replacesAFormerPageAsAWhole() throws Exception {
    Path file = report(SampleProof.broken()).writeTo(folder.resolve("new/folder"));

    assertThat(report(SampleProof.good()).writeTo(file.getParent())).isEqualTo(file);
    assertThat(file).hasContent(html(SampleProof.good()));
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void saysWhatToDoWhenThereIsNoFolderToWriteTo() throws Exception {
    Path occupied = Files.createFile(folder.resolve("occupied"));

    assertThatThrownBy(() -> report(SampleProof.good()).writeTo(occupied))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> assertThat(stop.reason()).isEqualTo(StopReason.UNAVAILABLE))
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("name another folder with --report");
  }

  private static HtmlReport report(Proof proof) {
    return new HtmlReport(
        proof, new Surroundings(SampleProof.START, Duration.ofSeconds(70), List.of("Java 17")));
  }

  private static String html(Proof proof) {
    return report(proof).html();
  }

  /** The page is also well-formed XML, so that a mistake in the template shows here. */
  private static Document parsed(Proof proof) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html(proof))));
  }

  private static List<String> texts(Document page, String path) throws Exception {
    NodeList nodes = (NodeList) XPATH.evaluate(path, page, XPathConstants.NODESET);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(index -> nodes.item(index).getTextContent().strip())
        .toList();
  }
}
