/**
 * The heart: statuses, observations, the fold of observations to one presence, and own presence with its one writer.
 * Library-free and Swing-free; everything but own presence is immutable.
 */
@NullMarked
package org.lamplight.presence;

import org.jspecify.annotations.NullMarked;
