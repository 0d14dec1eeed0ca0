package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.kafka.offset.KafkaGroup;
import io.offsetwise.adapters.kafka.offset.KafkaOffsetProvider;
import io.offsetwise.adapters.kafka.offset.KafkaPositionStore;
import io.offsetwise.adapters.storage.offset.JdbiOffsetRegister;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.adapters.storage.save.JdbcOffsetProvider;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.RegisteredOffsetStore;
import io.offsetwise.application.save.OffsetCommits;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.StreamName;
import java.util.Set;

/** Where a guarded save keeps its offsets. */
enum SavePlace {
  KAFKA("Kafka, guarded") {
    @Override
    OffsetStore offsets(SaveTestbed testbed) {
      return new RegisteredOffsetStore(
          new KafkaPositionStore(stream -> group(testbed, stream), Set.of(Workload.TOPIC)),
          new JdbiOffsetRegister(PerJvm.get(testbed.database())));
    }

    @Override
    StoreProvider<OffsetCommits> commits(SaveTestbed testbed, StreamName stream, SaveScope scope) {
      return new KafkaOffsetProvider(group(testbed, stream), scope);
    }

    private static KafkaGroup group(SaveTestbed testbed, StreamName stream) {
      return new KafkaGroup(testbed.kafka(), stream.value());
    }
  },
  OWN("own store") {
    @Override
    OffsetStore offsets(SaveTestbed testbed) {
      return new JdbiOffsetStore(PerJvm.get(testbed.database()));
    }

    @Override
    StoreProvider<OffsetCommits> commits(SaveTestbed testbed, StreamName stream, SaveScope scope) {
      return new JdbcOffsetProvider(stream, testbed.database());
    }
  };

  private final String label;

  SavePlace(String label) {
    this.label = label;
  }

  /** What it is called in the report. */
  String label() {
    return label;
  }

  /** The positions there. */
  abstract OffsetStore offsets(SaveTestbed testbed);

  /** What a save there is made with. */
  abstract StoreProvider<OffsetCommits> commits(
      SaveTestbed testbed, StreamName stream, SaveScope scope);
}
