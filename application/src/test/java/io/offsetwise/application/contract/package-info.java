/**
 * The contracts of the out-ports: what every store and every log must do, as JUnit tests.
 *
 * <p>An adapter implements one fixture ({@link io.offsetwise.application.contract.StoreFixture},
 * {@link io.offsetwise.application.contract.OffsetsFixture} when it keeps offsets alone, or {@link
 * io.offsetwise.application.contract.LogFixture}) and extends each contract by a class of a few
 * lines. A contract of offsets is part of the one of offsets and results that extends it. A new
 * promise of a port is added here first; {@code application.control} then needs a broken
 * implementation that fails it. Only JUnit and AssertJ may be used, because this package is shipped
 * to adapters and forks.
 */
package io.offsetwise.application.contract;
