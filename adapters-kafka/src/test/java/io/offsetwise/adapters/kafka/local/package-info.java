/** The local broker under test: settings, ports, restarts, and a process killed for good. */
package io.offsetwise.adapters.kafka.local;
