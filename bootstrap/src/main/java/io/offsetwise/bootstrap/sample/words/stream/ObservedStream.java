package io.offsetwise.bootstrap.sample.words.stream;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.streaming.scheduler.StreamingListener;
import org.apache.spark.streaming.scheduler.StreamingListenerBatchCompleted;
import org.apache.spark.streaming.scheduler.StreamingListenerReceiverStopped;

/** Tells an observer what Spark tells its listeners; no part of the checkpoint. */
record ObservedStream(WordStreamObserver observer) implements StreamingListener {

  private static final Pattern RESTART =
      Pattern.compile("Restarting receiver with delay \\d+ ?ms: (.*)");

  @Override
  public void onBatchCompleted(StreamingListenerBatchCompleted completed) {
    observer.batchDone(completed.batchInfo().numRecords());
  }

  /** Each attempt to connect again begins with the end of the receiver. */
  @Override
  public void onReceiverStopped(StreamingListenerReceiverStopped stopped) {
    Matcher restart = RESTART.matcher(stopped.receiverInfo().lastErrorMessage());
    if (restart.matches()) {
      observer.receiverFailed(restart.group(1));
    }
  }
}
