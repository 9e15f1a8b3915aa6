package org.lamplight.ui.text;

/**
 * A line as its author broke it, without the signs that make it part of a quotation or of code.
 *
 * @param start the index of its first letter in the whole text
 * @param end the index after its last one, before the line break
 * @param depth how many quotations it stands in
 * @param code whether it is to be shown letter by letter, with one width for all
 */
public record Block(int start, int end, int depth, boolean code) {}
