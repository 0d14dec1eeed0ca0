package io.offsetwise.bootstrap.run;

import io.offsetwise.adapters.spark.driver.runtime.SparkRuntime;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.session.SavedPositions;
import io.offsetwise.application.session.SessionLoop;
import java.util.function.Supplier;

/**
 * What a run is made of. Spark is asked for when the topics were fed: their partitions decide how
 * it is set up.
 *
 * @param offsets the stored positions; to be closed by the user
 * @param positions keeps how far the run has come
 * @param spark Spark, which has started by the end of the first call; to be closed by the user
 * @param loop the session loop, which needs Spark
 */
record RunParts(
    OffsetStore offsets,
    SavedPositions positions,
    Supplier<SparkRuntime> spark,
    Supplier<SessionLoop> loop) {}
