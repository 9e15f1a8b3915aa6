package org.lamplight.backend;

/** What a back end does for one account, from {@link Backend#open} to {@link #close}. */
public interface AccountSession {

    /** Tries now what waits for a retry. From any thread; returns at once. */
    void retry();

    /** Ends it and takes back all that it registered. May take up to two seconds; called once, not on core or the EDT. */
    void close();
}
