/** Pictures of people as pixels: read with bounds, cut square, made fit to be published. Needs no screen. */
@NullMarked
package org.lamplight.ui.picture;

import org.jspecify.annotations.NullMarked;
