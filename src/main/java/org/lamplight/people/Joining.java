package org.lamplight.people;

import java.util.HashMap;
import java.util.Map;

/** Which person an address belongs to: itself, unless the user joined it to another. Core only. */
final class Joining {
    private final PersonLinks memory;
    private final Map<String, String> links;

    Joining(PersonLinks memory) {
        this.memory = memory;
        this.links = new HashMap<>(memory.links());
    }

    String personOf(String address) {
        return links.getOrDefault(address, address);
    }

    void join(String address, String person) {
        if (address.equals(person)) {
            links.remove(address);
        } else {
            links.put(address, person);
        }
        memory.keep(Map.copyOf(links));
    }
}
