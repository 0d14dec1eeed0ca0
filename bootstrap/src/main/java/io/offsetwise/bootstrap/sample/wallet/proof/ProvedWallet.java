package io.offsetwise.bootstrap.sample.wallet.proof;

import io.offsetwise.bootstrap.job.Job;
import io.offsetwise.bootstrap.laboratory.subject.Feed;
import io.offsetwise.bootstrap.laboratory.subject.ProvedJob;
import io.offsetwise.bootstrap.laboratory.subject.SentRecords;
import io.offsetwise.bootstrap.sample.wallet.JsonPaymentDecoder;
import io.offsetwise.bootstrap.sample.wallet.WalletJob;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;

/** The wallet job under proof. */
public final class ProvedWallet implements ProvedJob {

  @Override
  public Job<?> job() {
    return new WalletJob();
  }

  @Override
  public Feed feed(long seed, int records, List<TopicPartition> partitions) {
    return new DigitCodedPayments(seed, records, partitions);
  }

  @Override
  public SentRecords sent() {
    return new SentPayments(new JsonPaymentDecoder());
  }
}
