package org.lamplight.people;

import org.jspecify.annotations.Nullable;

/** Somebody asks to see our presence. */
public record Request(
        String account, String address, @Nullable String name) {}
