package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.storage.audit.ResultViews;
import io.offsetwise.adapters.storage.offset.JdbiOffsetRegister;
import io.offsetwise.application.administration.OffsetHistory;
import io.offsetwise.application.audit.AuditedStore;
import io.offsetwise.application.audit.RegisteredAuditedStore;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.PositionStore;
import io.offsetwise.application.resume.RegisteredOffsetStore;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.guarantee.Atomicity;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.StreamSaving;
import io.offsetwise.domain.history.SaveHistory;

/**
 * A place that keeps positions and nothing else: starts, resets and gaps are on record beside the
 * results.
 */
interface SeparateStorage extends StreamStorage {

  /** What is the same for all storages. */
  StreamStores stores();

  /** Where the positions are, in words. */
  String place();

  /** Opens the positions. */
  PositionStore positions();

  @Override
  default StreamSaving saving(ResultKind results) {
    return stores().saving(kind(), results, Atomicity.SEPARATE_COMMITS, place());
  }

  @Override
  default OffsetStore offsets() {
    return new RegisteredOffsetStore(
        positions(), new JdbiOffsetRegister(PerJvm.get(stores().connections().results())));
  }

  @Override
  default OffsetHistory history() {
    return StreamStores.history(stores().connections().results(), SaveHistory.NOT_KEPT);
  }

  @Override
  default <R> AuditedStore<R> audited(ResultViews<R> views) {
    return new RegisteredAuditedStore<>(
        stores().name(),
        stores().settings().plan(),
        offsets(),
        stores().audited(stores().connections().results(), views));
  }
}
