package org.lamplight.call;

import java.util.List;

/** The buttons and lamps of headsets. */
public interface Headsets extends AutoCloseable {

    /**
     * One with buttons for calls.
     *
     * @param open whether the system lets us hear them
     */
    record Headset(String name, boolean open) {}

    /** Those that are plugged in. Looks at the machine, so not for core or the EDT. */
    List<Headset> all();

    /** Shows how things stand, and hears the buttons while there is a call. From any thread; returns at once. */
    void show(CallActions.Stand stand);

    @Override
    void close();
}
