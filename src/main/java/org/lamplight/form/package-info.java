/** Forms that others ask one to fill in (XEP-0004): what is asked, and whether an answer fits. */
@NullMarked
package org.lamplight.form;

import org.jspecify.annotations.NullMarked;
