/** The office's telephones: SIP on loopback, with lines and colleagues that answer. Not a product server. */
@NullMarked
package org.lamplight.office.sip;

import org.jspecify.annotations.NullMarked;
