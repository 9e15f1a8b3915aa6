/**
 * LDAP (RFC 4510 to 4519): directories of people, read and never written. What is asked for is put into filters by the
 * library alone, so that nobody's text can become a part of the question.
 */
@NullMarked
package org.lamplight.ldap;

import org.jspecify.annotations.NullMarked;
