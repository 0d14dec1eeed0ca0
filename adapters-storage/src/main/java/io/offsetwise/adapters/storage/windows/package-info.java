/**
 * The table of the sample job <em>message-windows</em>.
 *
 * <p>Part of that job; a fork deletes it. What any job needs is in {@code save} and {@code jdbc}.
 */
package io.offsetwise.adapters.storage.windows;
