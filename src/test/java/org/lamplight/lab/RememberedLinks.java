package org.lamplight.lab;

import java.util.Map;
import org.lamplight.people.PersonLinks;

/** Which addresses are one human, for as long as the test lasts. */
public final class RememberedLinks implements PersonLinks {
    private Map<String, String> kept = Map.of();

    @Override
    public Map<String, String> links() {
        return kept;
    }

    @Override
    public void keep(Map<String, String> links) {
        kept = links;
    }
}
