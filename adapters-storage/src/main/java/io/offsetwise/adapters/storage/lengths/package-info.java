/**
 * The tables of the sample job <em>message-lengths</em>.
 *
 * <p>Part of that job; a fork deletes it. What any job needs is in {@code save} and {@code jdbc}.
 */
package io.offsetwise.adapters.storage.lengths;
