/** The office's directory of people, in LDAP; a kept library plays the server. */
@NullMarked
package org.lamplight.office.directory;

import org.jspecify.annotations.NullMarked;
