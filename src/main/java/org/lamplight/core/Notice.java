package org.lamplight.core;

/**
 * Something that the user should know and can mend, such as a mistake in a file they edited.
 *
 * @param about what it concerns; a later notice about the same stands in place of this one
 * @param sentence what is wrong and what to do; empty: it is mended
 */
public record Notice(String about, String sentence) implements Event {}
