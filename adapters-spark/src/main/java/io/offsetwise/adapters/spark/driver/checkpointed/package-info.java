/**
 * The engine that goes on from Spark's checkpoint: its sessions, each over a generation, and the
 * function that lies in Spark's files. That is a {@link
 * io.offsetwise.adapters.spark.driver.checkpointed.RecoveredBatches}, a name and nothing else; its
 * own name and package stand in those files, so that a checkpoint belongs to one version of the
 * program.
 *
 * <p>The files beside Spark's (positions, generations) belong to {@code adapters.spark.checkpoint}.
 */
package io.offsetwise.adapters.spark.driver.checkpointed;
