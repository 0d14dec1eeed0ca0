package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.feed.TopicCreator;
import io.offsetwise.adapters.kafka.local.LocalBroker;
import io.offsetwise.adapters.kafka.local.LocalBrokerSettings;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.domain.offset.TopicPartition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One broker for all tests that need no other, with the topics of the contracts of group offsets;
 * tests take groups of their own. Constructors and methods of tests ask for it as a parameter. It
 * ends with this JVM and not with JUnit's run, because a JVM that Maven has forked runs its classes
 * one by one.
 */
public final class SharedBroker implements ParameterResolver {

  /** A compacted topic has its holes within a second. */
  private static final Map<String, String> CLEANS_AT_ONCE = Map.of("log.cleaner.backoff.ms", "50");

  /** A topic of the longest name that Kafka takes. */
  static final TopicPartition LONGEST = new TopicPartition("t".repeat(249), 0);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == KafkaConnection.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return Running.ofThisJvm().connection();
  }

  private record Running(Path folder, LocalBroker broker) {

    private static Optional<Running> running = Optional.empty();

    static synchronized Running ofThisJvm() {
      if (running.isEmpty()) {
        Running started = start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::close, "end-of-shared-broker"));
        running = Optional.of(started);
      }
      return running.get();
    }

    private static Running start() {
      try {
        Path folder = Files.createTempDirectory("group-offsets");
        Running running =
            new Running(
                folder, LocalBroker.start(LocalBrokerSettings.over(folder).with(CLEANS_AT_ONCE)));
        try (TopicCreator topics = TopicCreator.open(running.connection())) {
          List.of("a", "b").forEach(topic -> topics.createIfAbsent(topic, 3));
          topics.createIfAbsent(LONGEST.topic(), 1);
        }
        return running;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    KafkaConnection connection() {
      return KafkaConnection.to(Duration.ofSeconds(10), broker.bootstrapServer());
    }

    private void close() {
      broker.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
