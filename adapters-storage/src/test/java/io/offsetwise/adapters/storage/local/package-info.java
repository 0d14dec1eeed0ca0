/** The local database: in this process, in one that is killed, and the contracts over the wire. */
package io.offsetwise.adapters.storage.local;
