/**
 * What runs on the driver, in rooms whose arrows lead down: the engines of {@code async} and {@code
 * checkpointed}; below them {@code stream}, the direct stream and its sessions, which is an engine
 * too; below that {@code batch} and {@code runtime}. {@code metrics} is beside them.
 *
 * <p>A class lies in one of the rooms, and none here. Nothing in them decides an order of saving
 * (that is {@code application.save}), and nothing in them travels: functions for executors belong
 * to {@code adapters.spark.executor}.
 */
package io.offsetwise.adapters.spark.driver;
