/** Skins: which icon stands for a status, from folders that anyone may edit, and the drawing of it at any size. */
@NullMarked
package org.lamplight.skin;

import org.jspecify.annotations.NullMarked;
