/**
 * Calls by INVITE: out, in, held, transferred, ended.
 *
 * <p>Dialogs are our own ({@link org.lamplight.sip.dialog.SipDialog}); of the library only transactions are used. Its dialogs
 * answer out-of-order and merged requests by themselves, hold a lock until an ACK is sent, and know one answer to a forked
 * INVITE; with ours, every message of a call is seen and answered in one place, on the account's thread.
 */
@NullMarked
package org.lamplight.sip.call;

import org.jspecify.annotations.NullMarked;
