/**
 * The sample job <em>message-windows</em>: messages and bytes of any topic, over the newest batches
 * together. Which batches those are, and how windows are held against the log, is its own: no
 * declaration tells.
 */
package io.offsetwise.bootstrap.sample.windows;
