package io.offsetwise.bootstrap.run;

import io.offsetwise.application.source.OpenTransaction;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.domain.text.Text;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * What a user hears of transactions that stay open, on the terminal and in the log.
 *
 * @param patience for how long they were seen open
 * @param progress shows it
 */
record OpenTransactionNotice(Duration patience, Progress progress)
    implements Consumer<List<OpenTransaction>> {

  /** One producer may have written to hundreds of partitions. */
  private static final int MOST_SHOWN = 5;

  @Override
  public void accept(List<OpenTransaction> open) {
    String warning = text(open, patience);
    LoggerFactory.getLogger(OpenTransactionNotice.class).warn(warning);
    progress.say("warning: " + warning);
  }

  static String text(List<OpenTransaction> open, Duration patience) {
    String shown =
        open.stream()
            .limit(MOST_SHOWN)
            .map(OpenTransaction::describe)
            .collect(Collectors.joining("; "));
    OpenTransaction first = open.get(0);
    return Text.of(
        """
        for more than %s s nothing was read behind transactions that are still open: %s%s; if their \
        producer is gone, Kafka ends them after its transaction.timeout.ms, or somebody does by \
        kafka-transactions.sh abort --topic %s --partition %s --start-offset %s""",
        patience.toSeconds(),
        shown,
        open.size() > MOST_SHOWN ? "; and " + (open.size() - MOST_SHOWN) + " more" : "",
        first.partition().topic(),
        first.partition().partition(),
        first.startOffset());
  }
}
