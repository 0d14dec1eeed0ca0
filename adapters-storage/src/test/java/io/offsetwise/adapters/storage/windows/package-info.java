/** Tests of the table of message-windows. */
package io.offsetwise.adapters.storage.windows;
