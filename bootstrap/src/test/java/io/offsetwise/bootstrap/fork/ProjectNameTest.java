package io.offsetwise.bootstrap.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectNameTest {

  @Test
  void aNameHasAFormForEachPlace() {
    assertThat(new ProjectName("com.acme", "cash-tills"))
        .returns("com.acme.cashtills", ProjectName::packageName)
        .returns("CashTills", ProjectName::title)
        .returns("cashTills", ProjectName::variable)
        .returns("cash_tills", ProjectName::underscored)
        .returns("CASH_TILLS", ProjectName::capitals);
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme,     Tills,     --name Tills is no name of a project",
    "com.acme,     tills2-2,  --name tills2-2 is no name of a project",
    "com.acme,     '',        --name  is no name of a project",
    "com.acme,     ../tills,  --name ../tills is no name of a project",
    "com.acme,     a2345678901234567890123456789012345678901, at most 40 characters",
    "com.acme,     class,     com.acme.class is no name of a package: a part of it is a keyword",
    "com.new,      tills,     com.new.tills is no name of a package",
    "Com.Acme,     tills,     --group Com.Acme is no name of a package: lower case",
    "com..acme,    tills,     --group com..acme is no name of a package",
    "com.acme.,    tills,     --group com.acme. is no name of a package",
    "java.acme,    tills,     Java loads no package below java but its own"
  })
  void whatCannotBeIsSaidInOneSentence(String group, String name, String message) {
    assertThatThrownBy(() -> new ProjectName(group, name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
