/** Digit-coded money, made and read. */
package io.offsetwise.bootstrap.laboratory.money;
