package org.lamplight.people;

import java.util.Map;

/** Remembers which addresses the user joined to one person, or parted. Called on core; returns at once. */
public interface PersonLinks {

    /** Address to id of the person it belongs to, where that is not the address itself. */
    Map<String, String> links();

    void keep(Map<String, String> links);
}
