/** Tests of the verb words, with processes that are killed. */
package io.offsetwise.bootstrap.sample.words;
