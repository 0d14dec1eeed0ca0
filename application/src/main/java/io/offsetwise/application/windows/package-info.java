/**
 * The sample job <em>message-windows</em>: after each batch, how many messages and bytes the newest
 * batches hold together.
 *
 * <p>A fork deletes the packages named {@code windows} in one go. What a window teaches is in
 * {@link io.offsetwise.application.windows.SlidingWindow}: the earlier batches are read for the
 * result, and only the newest batch's ranges become the stored offsets.
 */
package io.offsetwise.application.windows;
