package io.offsetwise.bootstrap.run;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.kafka.log.KafkaTopicIdentityProvider;
import io.offsetwise.application.source.SharedTopicIdentityProvider;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.source.TopicIdentityProvider;

/** Binds Kafka behind the ports. */
final class KafkaModule extends AbstractModule {

  private final KafkaConnection connection;

  KafkaModule(KafkaConnection connection) {
    this.connection = connection;
  }

  @Override
  protected void configure() {
    bind(KafkaConnection.class).toInstance(connection);
    bind(TopicIdentityProvider.class)
        .toInstance(new SharedTopicIdentityProvider(new KafkaTopicIdentityProvider(connection)));
  }

  @Provides
  @Singleton
  SourceLog sourceLog() {
    return KafkaSourceLog.open(connection);
  }
}
