/**
 * What runs inside Spark's tasks: reading a range, saving it, and what tasks report to the driver.
 *
 * <p>Everything that travels is a record: its components are the packing list, and it cannot
 * capture an outer {@code this}. Nothing here touches an injector, Guava, or anything of the
 * driver. A new way to work on a range is a new {@link
 * io.offsetwise.adapters.spark.executor.RangeTask}; a range meets its records in {@link
 * io.offsetwise.adapters.spark.executor.AlignedTask} alone. Why they could not be read is said by
 * {@link io.offsetwise.adapters.spark.executor.ConnectorFault}: add a kind of failure there.
 */
package io.offsetwise.adapters.spark.executor;
