package io.offsetwise.bootstrap.lengths;

import io.offsetwise.application.lengths.MessageCount;
import org.apache.spark.api.java.function.Function2;

/** Two counts of one partition as one. Runs on executors. */
record AddedCounts() implements Function2<MessageCount, MessageCount, MessageCount> {

  @Override
  public MessageCount call(MessageCount left, MessageCount right) {
    return left.plus(right);
  }
}
