/** What the log says of itself, held against a local broker. */
package io.offsetwise.adapters.kafka.log;
