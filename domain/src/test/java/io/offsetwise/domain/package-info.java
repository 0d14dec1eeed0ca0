/** Tests that concern the values of all domain packages; those of one package lie beside it. */
package io.offsetwise.domain;
