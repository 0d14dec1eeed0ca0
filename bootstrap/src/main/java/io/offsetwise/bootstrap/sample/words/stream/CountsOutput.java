package io.offsetwise.bootstrap.sample.words.stream;

import java.io.Serializable;

/**
 * Takes the counts after each batch, on the driver. Spark writes it into the checkpoint, and a
 * recovered driver uses what it finds there: a record of settings, which opens what it needs when
 * it is called.
 */
public interface CountsOutput extends Serializable {

  /**
   * Makes the counts visible. A batch that was published before the driver was killed may be
   * published again.
   */
  void publish(CountedBatch batch);
}
