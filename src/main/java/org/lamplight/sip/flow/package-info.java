/** The way between an account and its server, and requests that go over it. */
@NullMarked
package org.lamplight.sip.flow;

import org.jspecify.annotations.NullMarked;
