/** The audit on fakes: what it finds, and what it must not find. */
package io.offsetwise.application.audit;
