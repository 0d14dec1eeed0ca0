package io.offsetwise.adapters.spark.words;

import org.apache.spark.streaming.scheduler.StreamingListener;
import org.apache.spark.streaming.scheduler.StreamingListenerBatchCompleted;
import org.apache.spark.streaming.scheduler.StreamingListenerReceiverError;

/** Tells an observer what Spark tells its listeners; no part of the checkpoint. */
record ObservedStream(WordStreamObserver observer) implements StreamingListener {

  @Override
  public void onBatchCompleted(StreamingListenerBatchCompleted completed) {
    observer.batchDone(completed.batchInfo().numRecords());
  }

  @Override
  public void onReceiverError(StreamingListenerReceiverError error) {
    observer.receiverFailed(error.receiverInfo().lastErrorMessage());
  }
}
