package io.offsetwise.bootstrap.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.source.OpenTransaction;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenTransactionNoticeTest {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Test
  void theProducerIsNamedAndHowItsTransactionIsEnded() {
    assertThat(OpenTransactionNotice.text(List.of(open(0)), PATIENCE))
        .isEqualTo(
            """
            for more than 300 s nothing was read behind transactions that are still open: producer \
            4001 of epoch 2 has a transaction open in payments-0 from offset 120 on, last written \
            to at 2026-01-31T12:00:00Z; if their producer is gone, Kafka ends them after its \
            transaction.timeout.ms, or somebody does by kafka-transactions.sh abort --topic \
            payments --partition 0 --start-offset 120""");
  }

  @Test
  void hundredsOfPartitionsDoNotMakeHundredsOfLines() {
    List<OpenTransaction> many =
        IntStream.range(0, 300).mapToObj(OpenTransactionNoticeTest::open).toList();

    assertThat(OpenTransactionNotice.text(many, PATIENCE))
        .contains("payments-4 ", "; and 295 more;")
        .doesNotContain("payments-5 ");
  }

  private static OpenTransaction open(int partition) {
    return new OpenTransaction(
        new TopicPartition("payments", partition),
        4001,
        2,
        120,
        Instant.parse("2026-01-31T12:00:00Z"));
  }
}
