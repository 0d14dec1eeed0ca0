/** Tests of reading ranges, each held against a plain consumer of the same log. */
package io.offsetwise.adapters.kafka.read;
