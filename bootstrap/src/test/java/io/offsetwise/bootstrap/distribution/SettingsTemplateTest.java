package io.offsetwise.bootstrap.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;

class SettingsTemplateTest {

  @Test
  void commentsOutWhatSaysSomething() {
    String text =
        new SettingsTemplate("# A key.\njob {\n  # Inside.\n\n  kind = a # b\n}\n").text();

    assertThat(text).endsWith("\n# A key.\n# job {\n  # Inside.\n\n#   kind = a # b\n# }\n");
  }

  @Test
  void namesEverySettingOfTheProgramAndSetsNone() {
    String text = SettingsTemplate.ofThisProgram().text();

    assertThat(ConfigFactory.parseString(text).isEmpty()).isTrue();
    assertThat(text).contains("\n# data-dir = .offsetwise\n", "\n#   kind = ");
  }
}
