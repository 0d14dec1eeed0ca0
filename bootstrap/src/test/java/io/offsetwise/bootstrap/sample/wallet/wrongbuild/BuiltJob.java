package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.adapters.spark.driver.batch.TableJob;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.bootstrap.job.RecordGenerator;
import io.offsetwise.bootstrap.run.DeclaredJob;
import io.offsetwise.bootstrap.run.RunOutcome;
import io.offsetwise.bootstrap.run.RunReport;
import io.offsetwise.bootstrap.run.RunnableJob;
import io.offsetwise.bootstrap.run.StreamEngines;
import io.offsetwise.bootstrap.sample.wallet.WalletResult;
import io.offsetwise.bootstrap.sample.wallet.WalletRows;
import io.offsetwise.bootstrap.settings.JobSettings;
import io.offsetwise.bootstrap.stream.Connections;
import io.offsetwise.bootstrap.stream.LogAudit;
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
record BuiltJob(DeclaredJob<WalletResult> product, Build build, Fault fault, Spot spot)
    implements RunnableJob {

  @Override
  public StreamEngine engine(StreamEngines engines, Connections connections) {
    JobSettings job = product.settings().job();
    ResultPlace place =
        new ResultPlace(
            job.name(), connections.results(), WalletRows.writers(product.settings().plan()));
    RecordFunction<WalletResult> function = build.function(product.job().function(), place);
    return build.engine(
        engines.engine(
            new TableJob<>(function, product.job().tables()),
            new BuiltStores(place, build, fault, spot)));
  }

  @Override
  public ResultKind resultKind(DeliveryGuarantee guarantee) {
    return product.resultKind(guarantee);
  }

  @Override
  public void prepare(Connections connections) {
    product.prepare(connections);
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
}
