package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.notes.VersionPage;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of {@code docs/brokers.md} has each question, each version, and no failure. */
class BrokersPageTest {

  @Test
  void everyQuestionWasAskedOfEveryVersion() throws IOException {
    VersionPage page = VersionPage.read("brokers.md");

    assertThat(page.versions())
        .containsExactly(BrokerVersionsIT.class.getAnnotation(ValueSource.class).strings());
    assertThat(page.cells().keySet())
        .containsExactlyInAnyOrderElementsOf(VersionPage.questions(BrokerVersionsIT.class));
    assertThat(page.cells().values())
        .allSatisfy(outcomes -> assertThat(outcomes).containsOnly("passed"));
  }
}
