/**
 * Spark's checkpoint as a place for offsets: the folder of a stream on disk, and what must hold for
 * it. All of it runs on the driver.
 *
 * <pre>
 * DIR/STREAM/                mode 0700
 *   lock                     held while the driver lives
 *   positions.json           next offset by partition, plain JSON: what is true
 *   stamp.json               who began the generation, with which settings
 *   spark-N/                 Spark's own files of generation N
 * </pre>
 *
 * <p>{@code positions.json} can be read without deserialising anything, by {@link
 * io.offsetwise.adapters.spark.checkpoint.CheckpointPositionStore} and by people. Spark's files are
 * written and read by Spark; the streaming context over them is in {@code adapters.spark.driver}.
 * What a further file of the folder says belongs here, as a record of its own.
 */
package io.offsetwise.adapters.spark.checkpoint;
