/**
 * What the value of a key may be: parsers from text, list or object to a type, each with the words
 * for people of what it takes. Those of one section have a class of their own; what several take is
 * in {@link io.offsetwise.bootstrap.settings.value.ValueParsers}.
 *
 * <p>A parser does not know the name of its key, nor where the value stands: that is {@code
 * settings.configuration}.
 */
package io.offsetwise.bootstrap.settings.value;
