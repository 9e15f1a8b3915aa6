/** Messages as stanzas, both ways: ids, replies, corrections, reactions, receipts and files, for people and rooms. */
@NullMarked
package org.lamplight.xmpp.messages;

import org.jspecify.annotations.NullMarked;
