package org.lamplight.lab;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lamplight.call.CallActions;
import org.lamplight.call.Headsets;

/** Headsets that are plugged into this JVM. */
public final class PlayedHeadsets implements Headsets {
    public final List<Headset> plugged = new CopyOnWriteArrayList<>();

    @Override
    public List<Headset> all() {
        return List.copyOf(plugged);
    }

    @Override
    public void show(CallActions.Stand stand) {}

    @Override
    public void close() {}
}
