/** What became of records, made by hand. */
package io.offsetwise.bootstrap.laboratory.evidence;
