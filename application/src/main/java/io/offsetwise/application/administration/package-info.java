/**
 * Offset administration: what {@code offsets describe}, {@code reset}, {@code copy} and {@code
 * history} do, for every storage of offsets alike.
 *
 * <p>A storage takes part as one {@link io.offsetwise.application.administration.StorageOfStream}:
 * its positions behind the same port that a start uses, and its history. Looking claims nothing and
 * writes nothing. Moving positions always claims the stream first, so that a driver which nobody
 * has seen is fenced at its next save; that a driver is seen only refuses the move earlier and more
 * kindly. Where a target lies is decided in {@code domain.reset}. Add a way to move positions here,
 * a storage as one more entry where the storages are put together.
 */
package io.offsetwise.application.administration;
