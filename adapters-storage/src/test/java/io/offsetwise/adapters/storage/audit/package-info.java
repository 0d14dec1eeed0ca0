/** The audit's store under its contracts. */
package io.offsetwise.adapters.storage.audit;
