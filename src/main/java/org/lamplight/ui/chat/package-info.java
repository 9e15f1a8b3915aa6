/** The conversation window: talks at the left, one talk at the right. */
@NullMarked
package org.lamplight.ui.chat;

import org.jspecify.annotations.NullMarked;
