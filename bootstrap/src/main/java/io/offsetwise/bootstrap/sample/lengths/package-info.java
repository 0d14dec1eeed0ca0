/**
 * The sample job <em>message-lengths</em>: messages and bytes of any topic, added up by partition.
 */
package io.offsetwise.bootstrap.sample.lengths;
