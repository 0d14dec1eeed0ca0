package io.offsetwise.bootstrap.wrongbuild;

import io.offsetwise.adapters.spark.driver.AlignedBatch;
import io.offsetwise.adapters.spark.driver.ShuffledBatch;
import io.offsetwise.adapters.spark.driver.StreamJob;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.adapters.storage.wallet.LedgerKey;
import io.offsetwise.adapters.storage.wallet.WalletResultWriters;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.wallet.WalletResult;
import io.offsetwise.bootstrap.run.Connections;
import io.offsetwise.bootstrap.run.LogAudit;
import io.offsetwise.bootstrap.run.RecordGenerator;
import io.offsetwise.bootstrap.run.RunOutcome;
import io.offsetwise.bootstrap.run.RunReport;
import io.offsetwise.bootstrap.run.RunnableJob;
import io.offsetwise.bootstrap.run.StreamEngines;
import io.offsetwise.bootstrap.settings.JobSettings;
import io.offsetwise.bootstrap.wallet.WalletJob;
import io.offsetwise.bootstrap.wallet.WalletRun;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.ResultKind;
import java.util.Optional;

/**
 * The wallet job of some build, which meets a fault.
 *
 * @param product the job as it should be
 * @param build its parts
 * @param fault what happens to it
 * @param spot where
 */
record BuiltJob(WalletRun product, Build build, Fault fault, Spot spot) implements RunnableJob {

  @Override
  public StreamEngine engine(StreamEngines engines, Connections connections) {
    JobSettings job = product.settings().job();
    ResultPlace place =
        new ResultPlace(
            job.name(),
            connections.results(),
            new WalletResultWriters(LedgerKey.neededBy(product.settings().plan())));
    WalletJob wallet = new WalletJob();
    RecordFunction<WalletResult> function = build.function(wallet.function(), place);
    return build.engine(
        engines.engine(
            new BuiltFunction(wallet, function), new BuiltStores(place, build, fault, spot)));
  }

  @Override
  public ResultKind resultKind(DeliveryGuarantee guarantee) {
    return product.resultKind(guarantee);
  }

  @Override
  public SchemaPart schema() {
    return product.schema();
  }

  @Override
  public RunReport report(RunOutcome outcome, Connections connections) {
    return product.report(outcome, connections);
  }

  @Override
  public AuditReport audit(LogAudit audit) {
    return product.audit(audit);
  }

  @Override
  public Optional<RecordGenerator> generator() {
    return product.generator();
  }

  private record BuiltFunction(WalletJob wallet, RecordFunction<WalletResult> function)
      implements StreamJob<WalletResult> {

    @Override
    public ShuffledBatch<WalletResult> shuffle(AlignedBatch<WalletResult> batch) {
      return wallet.shuffle(batch);
    }
  }
}
