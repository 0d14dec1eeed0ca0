package io.offsetwise.adapters.spark.driver.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Where Spark's web UI really listens. Linux answers on all of 127.0.0.0/8. */
@EnabledOnOs(OS.LINUX)
class ListeningUiTest {

  /** An address of this machine that is not 127.0.0.1. */
  private static final String OTHER = "127.0.0.2";

  @Test
  void nobodyListensUnlessTheUiIsSwitchedOn() {
    try (SparkRuntime spark = start(Map.of())) {
      assertThat(spark.context().sc().uiWebUrl().isEmpty()).isTrue();
    }
  }

  @Test
  void theUiListensOnLoopbackAlone() throws Exception {
    try (SparkRuntime spark = start(Map.of("spark.ui.enabled", "true"))) {
      connect("127.0.0.1", spark);
      assertThatThrownBy(() -> connect(OTHER, spark)).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void theUiListensWhereTheDriverIsToldToListen() throws Exception {
    Map<String, String> everywhere =
        Map.of("spark.ui.enabled", "true", "spark.driver.bindAddress", "0.0.0.0");
    try (SparkRuntime spark = start(everywhere)) {
      connect("127.0.0.1", spark);
      connect(OTHER, spark);
    }
  }

  private static SparkRuntime start(Map<String, String> chosen) {
    Map<String, String> properties = new HashMap<>(chosen);
    properties.put("spark.master", "local[1]");
    properties.put("spark.ui.port", "0");
    return SparkRuntime.start(
        SparkApplicationSettings.of("listening", properties),
        DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE);
  }

  private static void connect(String host, SparkRuntime spark) throws IOException {
    int port = URI.create(spark.context().sc().uiWebUrl().get()).getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 2_000);
    }
  }
}
