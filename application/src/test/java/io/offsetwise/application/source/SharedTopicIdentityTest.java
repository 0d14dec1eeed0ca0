package io.offsetwise.application.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.domain.offset.TopicId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedTopicIdentityTest {

  private static final int TASKS = 20;

  private final ExecutorService tasks = Executors.newCachedThreadPool();
  private final AtomicInteger questions = new AtomicInteger();
  private final CountDownLatch firstIsAsked = new CountDownLatch(1);
  private final CountDownLatch firstIsAnswered = new CountDownLatch(1);
  private final List<Thread> asking = new ArrayList<>();

  @AfterEach
  void endTasks() {
    tasks.shutdownNow();
  }

  @Test
  void manyWhoWaitShareOneQuestionThatWasSentAfterTheyCame() throws Exception {
    SharedTopicIdentity identity = new SharedTopicIdentity(() -> broker(this::numbered));
    Future<TopicId> first = tasks.submit(() -> identity.idOf("a"));
    firstIsAsked.await();
    List<Future<TopicId>> others = new ArrayList<>();
    for (int task = 0; task < TASKS; task++) {
      others.add(tasks.submit(() -> asked(identity)));
    }
    awaitWaiting(TASKS);

    firstIsAnswered.countDown();

    assertThat(first.get()).isEqualTo(new TopicId("answer-1"));
    for (Future<TopicId> other : others) {
      assertThat(other.get()).as("no answer of before").isEqualTo(new TopicId("answer-2"));
    }
    assertThat(questions).hasValue(2);
  }

  @Test
  void eachQuestionIsSentAnewWhenNobodyWaits() {
    firstIsAnswered.countDown();
    SharedTopicIdentity identity = new SharedTopicIdentity(() -> broker(this::numbered));

    assertThat(List.of(identity.idOf("a"), identity.idOf("a"), identity.idOf("b")))
        .containsExactly(new TopicId("answer-1"), new TopicId("answer-2"), new TopicId("answer-3"));
  }

  @Test
  void aFailureIsNotShared() throws Exception {
    IllegalStateException interrupted = new IllegalStateException("the second question fails");
    SharedTopicIdentity identity =
        new SharedTopicIdentity(
            () ->
                broker(
                    () -> {
                      TopicId id = numbered();
                      if (id.equals(new TopicId("answer-2"))) {
                        throw interrupted;
                      }
                      return id;
                    }));
    Future<TopicId> first = tasks.submit(() -> identity.idOf("a"));
    firstIsAsked.await();
    Future<TopicId> second = tasks.submit(() -> asked(identity));
    awaitWaiting(1);
    Future<TopicId> third = tasks.submit(() -> asked(identity));
    awaitWaiting(2);

    firstIsAnswered.countDown();

    assertThat(first.get()).isEqualTo(new TopicId("answer-1"));
    assertThatThrownBy(second::get).hasCause(interrupted);
    assertThat(third.get()).isEqualTo(new TopicId("answer-3"));
  }

  @Test
  void allOfAJvmAskTogether() {
    assertThat(new SharedTopicIdentityProvider(new NoBroker()).open())
        .isSameAs(new SharedTopicIdentityProvider(new NoBroker()).open());
  }

  private TopicId asked(TopicIdentity identity) {
    synchronized (asking) {
      asking.add(Thread.currentThread());
    }
    return identity.idOf("a");
  }

  private void awaitWaiting(int threads) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              synchronized (asking) {
                return asking.size() == threads
                    && asking.stream()
                        .allMatch(thread -> thread.getState() == Thread.State.WAITING);
              }
            });
  }

  /** The first question waits; each has an answer of its own. */
  private TopicId numbered() {
    int number = questions.incrementAndGet();
    if (number == 1) {
      firstIsAsked.countDown();
      try {
        firstIsAnswered.await();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
    return new TopicId("answer-" + number);
  }

  private static TopicIdentity broker(Supplier<TopicId> answers) {
    return new TopicIdentity() {
      @Override
      public TopicId idOf(String topic) {
        return answers.get();
      }

      @Override
      public void close() {}
    };
  }

  private record NoBroker() implements TopicIdentityProvider {

    @Override
    public TopicIdentity open() {
      throw new AssertionError("nobody asks");
    }
  }
}
