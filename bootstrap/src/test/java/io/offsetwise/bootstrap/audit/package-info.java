/** The verb {@code audit}, on streams whose rows somebody has changed. */
package io.offsetwise.bootstrap.audit;
