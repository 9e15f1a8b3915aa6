/**
 * People: one row for a human, made of roster entries, their presence and their addresses; groups, order and search.
 * Everything mutable here belongs on the core thread.
 */
@NullMarked
package org.lamplight.people;

import org.jspecify.annotations.NullMarked;
