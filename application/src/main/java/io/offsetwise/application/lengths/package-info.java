/**
 * The sample job <em>message-lengths</em>: counts messages and bytes of any topic, whatever is in
 * it.
 *
 * <p>A fork deletes the packages named {@code lengths} in one go. The results accumulate, so that
 * the job is refused under idempotent exactly-once.
 */
package io.offsetwise.application.lengths;
