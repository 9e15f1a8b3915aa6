package org.lamplight.desktop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lamplight.lab.Await;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;

/** Keeps what was reported, a line each. */
final class Heard implements DeskReports {
    final Await await = new Await();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void observe(Observation seen) {
        lines.add(seen.source() + " " + seen.status().key() + " " + seen.since());
        await.look();
    }

    @Override
    public void forget(Source source) {
        lines.add("forget " + source);
        await.look();
    }

    List<String> lines() {
        return lines;
    }
}
