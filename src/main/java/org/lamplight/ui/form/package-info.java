/** Any form on the screen: a field for each thing that is asked, in a dialog of one stage or many. All on the EDT. */
@NullMarked
package org.lamplight.ui.form;

import org.jspecify.annotations.NullMarked;
