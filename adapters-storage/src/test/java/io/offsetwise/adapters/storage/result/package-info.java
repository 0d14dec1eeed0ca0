/** What declared tables are written to, read from and held against. */
package io.offsetwise.adapters.storage.result;
