/** What the icons mean, and how one makes own ones: the legend, the editor of skins, import and export. */
@NullMarked
package org.lamplight.ui.skins;

import org.jspecify.annotations.NullMarked;
