package org.lamplight.ui.notify;

/** Where notifications show: the desktop's own place, or windows of ours. Called on the EDT; must not block. */
public interface NotificationDisplay {

    /** Shows it, in place of the one of the same talk if that still shows. Nothing loses the focus by this. */
    void show(Notification notification);

    /** The talk was looked at: there is nothing to tell of it any more. */
    void withdraw(String peer);
}
