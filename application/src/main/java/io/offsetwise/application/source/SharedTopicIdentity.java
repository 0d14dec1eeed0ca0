package io.offsetwise.application.source;

import io.offsetwise.domain.offset.TopicId;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One question to the broker for all who wait for its answer. Nothing is cached: an answer serves
 * only those who came before its question was sent; whoever comes later waits for the next one.
 * Thread-safe.
 */
final class SharedTopicIdentity implements TopicIdentity {

  private final TopicIdentityProvider broker;
  private final ConcurrentMap<String, Questions> byTopic = new ConcurrentHashMap<>();

  /** Asks what {@code broker} opens, for each question anew. */
  SharedTopicIdentity(TopicIdentityProvider broker) {
    this.broker = Objects.requireNonNull(broker, "broker");
  }

  @Override
  public TopicId idOf(String topic) {
    return byTopic.computeIfAbsent(topic, Questions::new).answer();
  }

  @Override
  public void close() {
    // opened for each question, and closed after it
  }

  private TopicId ask(String topic) {
    try (TopicIdentity identity = broker.open()) {
      return identity.idOf(topic);
    }
  }

  /** What is asked of one topic: a question under way, and one that waits for its turn. */
  private final class Questions {

    private final String topic;
    private final Lock underWay = new ReentrantLock();
    private final AtomicReference<CompletableFuture<TopicId>> next = new AtomicReference<>();

    Questions(String topic) {
      this.topic = topic;
    }

    TopicId answer() {
      CompletableFuture<TopicId> own = new CompletableFuture<>();
      CompletableFuture<TopicId> waiting = next.compareAndExchange(null, own);
      return waiting == null ? lead(own) : follow(waiting);
    }

    private TopicId lead(CompletableFuture<TopicId> answer) {
      underWay.lock();
      try {
        // From here on the question is on its way: too early for whoever comes now.
        next.set(null);
        TopicId id = ask(topic);
        answer.complete(id);
        return id;
      } catch (RuntimeException | Error failure) {
        answer.completeExceptionally(failure);
        throw failure;
      } finally {
        underWay.unlock();
      }
    }

    /** Only an answer is shared: a failure may be that of a task that was interrupted. */
    private TopicId follow(CompletableFuture<TopicId> answer) {
      try {
        return answer.join();
      } catch (CompletionException failed) {
        return ask(topic);
      }
    }
  }
}
