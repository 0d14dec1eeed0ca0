package io.offsetwise.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user reads of a failure that nobody foresaw where it happened. */
class FailureReportTest {

  @Test
  void whatNobodyKnowsIsADefectOfOursAndSaysSo() {
    assertThat(reported(new IllegalStateException("a\nb", new NullPointerException("x\u0007"))))
        .isEqualToIgnoringNewLines(
            "offsetwise: this is a defect of Offsetwise, please report it:"
                + " java.lang.NullPointerException: x\\u0007; --debug prints the stack trace, which"
                + " belongs to the report");
  }

  static Stream<Throwable> known() {
    return ExitCodeTest.failures()
        .map(arguments -> (Throwable) arguments.get()[0])
        .filter(failure -> SurroundingFailure.behind(failure).isPresent());
  }

  @ParameterizedTest
  @MethodSource("known")
  void whatAUserCanMeetIsOneLineWithAdvice(Throwable failure) {
    assertThat(reported(failure).lines())
        .singleElement()
        .asString()
        .startsWith("offsetwise: " + SurroundingFailure.seen(failure) + ": ")
        .doesNotContain("defect");
  }

  private static String reported(Throwable failure) {
    StringWriter err = new StringWriter();
    FailureReport.report(failure, new PrintWriter(err, true), StackTraces.HIDDEN);
    return err.toString();
  }
}
