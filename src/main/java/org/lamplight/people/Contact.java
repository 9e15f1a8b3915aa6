package org.lamplight.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of one account's roster.
 *
 * @param address a bare IM address
 * @param name null if the entry has none
 * @param asked whether we asked for their presence and have no answer yet
 */
public record Contact(
        String address,
        @Nullable String name,
        List<String> groups,
        Subscription subscription,
        boolean asked,
        boolean blocked) {}
