package io.offsetwise.application.fake;

import io.offsetwise.application.contract.LogFixture;
import io.offsetwise.application.contract.SourceLogContract;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.domain.offset.TopicPartition;

class FakeLogContractTest extends SourceLogContract {

  @Override
  protected LogFixture fixture() {
    return new Fixture();
  }

  private static final class Fixture implements LogFixture {

    private final FakeLog log = new FakeLog();
    private int names;

    @Override
    public SourceLog log() {
      return log;
    }

    @Override
    public SourceLog unreachableLog() {
      FakeLog unreachable = new FakeLog();
      unreachable.disconnect();
      return unreachable;
    }

    @Override
    public String newTopicName() {
      names++;
      return "topic-" + names;
    }

    @Override
    public void create(String topic, int partitions) {
      log.create(topic, partitions);
    }

    @Override
    public void delete(String topic) {
      log.delete(topic);
    }

    @Override
    public void addPartition(String topic) {
      log.addPartition(topic);
    }

    @Override
    public void append(TopicPartition partition, int records) {
      log.append(partition, records);
    }

    @Override
    public void begin(TopicPartition partition, int records) {
      log.begin(partition, records);
    }

    @Override
    public void commit(TopicPartition partition) {
      log.commit(partition);
    }

    @Override
    public void deleteBefore(TopicPartition partition, long offset) {
      log.deleteBefore(partition, offset);
    }

    @Override
    public void close() {}
  }
}
