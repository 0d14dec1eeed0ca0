package io.offsetwise.adapters.storage.offset;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a batch of many partitions sends to the database. */
class BatchedStatementsTest {

  private static final StreamName STREAM = new StreamName("many");
  private static final TopicId ID = new TopicId("id");
  private static final int PARTITIONS = 500;

  private final AtomicInteger executions = new AtomicInteger();
  @AutoClose private final TestDatabase database = TestDatabase.create();
  private Epoch epoch;

  @BeforeEach
  void begin() {
    epoch = database.begin(STREAM, ID, ranges().stream().map(OffsetRange::topicPartition).toList());
  }

  /** The first row is locked by itself: whoever waits for a rival waits once, and not for each. */
  @Test
  void allPositionsAreMovedByTwoExecutionsAndAllHistoryIsWrittenByOne() {
    List<OffsetRange> unmoved = new ArrayList<>();
    counted(offsets -> unmoved.addAll(offsets.advanceAll(ranges(), topic -> ID, epoch)));

    assertThat(unmoved).isEmpty();
    assertThat(executions).hasValue(2);

    executions.set(0);
    SavePlan plan = DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.plan();
    counted(
        offsets ->
            offsets.recordAll(ranges(), epoch, RecordedCommit.of(plan, plan.commits().get(0))));

    assertThat(executions).hasValue(1);
    assertThat(database.number("SELECT COUNT(*) FROM offset_history")).isEqualTo(PARTITIONS);
    assertThat(database.number("SELECT SUM(next_offset) FROM stream_offset"))
        .isEqualTo(10L * PARTITIONS);
  }

  private void counted(Consumer<JdbiGuardedOffsets> work) {
    database
        .connections()
        .inTransaction(
            handle -> {
              Connection counting = counting(handle.getConnection());
              try (Handle counted = Jdbi.create(() -> counting).open()) {
                work.accept(new JdbiGuardedOffsets(counted, STREAM));
              }
              return STREAM;
            });
  }

  private Connection counting(Connection connection) {
    return proxy(
        Connection.class,
        connection,
        (method, result) ->
            result instanceof PreparedStatement statement
                ? proxy(PreparedStatement.class, statement, this::counted)
                : result);
  }

  private Object counted(String method, Object result) {
    if (method.startsWith("execute")) {
      executions.incrementAndGet();
    }
    return result;
  }

  private static <T> T proxy(Class<T> type, T target, Seen seen) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close") && target instanceof Connection) {
                return null; // it belongs to the transaction
              }
              try {
                return seen.result(method.getName(), method.invoke(target, arguments));
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }

  private static List<OffsetRange> ranges() {
    return IntStream.range(0, PARTITIONS)
        .mapToObj(number -> new OffsetRange(new TopicPartition("a", number), 0, 10))
        .toList();
  }

  private interface Seen {
    Object result(String method, Object result);
  }
}
