/** What an account's file says, and which of its servers that means. */
@NullMarked
package org.lamplight.sip.account;

import org.jspecify.annotations.NullMarked;
