package org.lamplight.office.sip.registrar;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.message.SipUri;
import org.lamplight.office.sip.transport.Flow;

/** All telephones that are registered now, by user. On the server's thread. */
public final class Bindings {
    static final int MOST = 10;

    private final Clock clock;
    private final Map<String, List<Binding>> byUser = new HashMap<>();
    private Consumer<String> changed = ignored -> {};

    public Bindings(Clock clock) {
        this.clock = clock;
    }

    /** Who is told whose telephones have come or gone; those that run out go unnoticed. */
    public void whenChanged(Consumer<String> newChanged) {
        changed = newChanged;
    }

    /** Those of a user that have not run out. */
    public List<Binding> of(String user) {
        List<Binding> bindings = byUser.get(user);
        if (bindings == null) {
            return List.of();
        }
        bindings.removeIf(binding -> !clock.instant().isBefore(binding.until()));
        if (bindings.isEmpty()) {
            byUser.remove(user);
        }
        return List.copyOf(bindings);
    }

    void put(String user, Binding binding) {
        List<Binding> bindings = byUser.computeIfAbsent(user, ignored -> new ArrayList<>());
        boolean known = bindings.removeIf(binding::replaces);
        bindings.add(binding);
        if (bindings.size() > MOST) {
            bindings.remove(0);
        }
        if (!known) {
            changed.accept(user);
        }
    }

    void remove(String user, Binding like) {
        if (byUser.getOrDefault(user, new ArrayList<>()).removeIf(like::replaces)) {
            changed.accept(user);
        }
    }

    void clear(String user) {
        byUser.remove(user);
        changed.accept(user);
    }

    /** The telephone that an address is, whoever's it is; null if none. */
    public @Nullable Binding at(SipUri uri) {
        for (String user : List.copyOf(byUser.keySet())) {
            for (Binding binding : of(user)) {
                if (binding.uri().leadsTo(uri)) {
                    return binding;
                }
            }
        }
        return null;
    }

    /** A connection is over: who said to be reachable there only, is no more. */
    public void closed(Flow flow) {
        // whoever is told asks for the user's bindings, which may take the emptied list away
        Map.copyOf(byUser).forEach((user, bindings) -> {
            if (bindings.removeIf(binding -> isOnlyAt(binding, flow))) {
                changed.accept(user);
            }
        });
    }

    private static boolean isOnlyAt(Binding binding, Flow flow) {
        boolean only = binding.isOutbound() || flow.transport().equals("TLS");
        return only && binding.flow().equals(flow);
    }

    /** Forgets everybody, as a server does that starts again. */
    public void clear() {
        byUser.clear();
    }
}
