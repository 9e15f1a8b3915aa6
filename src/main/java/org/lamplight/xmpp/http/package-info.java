/**
 * Files over HTTP for an account: put into a slot, or fetched, with progress and limits. Addresses that others name are
 * checked before anything is asked there.
 */
@NullMarked
package org.lamplight.xmpp.http;

import org.jspecify.annotations.NullMarked;
