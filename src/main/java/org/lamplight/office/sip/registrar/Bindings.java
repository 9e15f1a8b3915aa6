package org.lamplight.office.sip.registrar;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.message.SipUri;
import org.lamplight.office.sip.transport.Flow;

/** All telephones that are registered now, by user. On the server's thread. */
public final class Bindings {
    static final int MOST = 10;

    private final Clock clock;
    private final Map<String, List<Binding>> byUser = new HashMap<>();

    public Bindings(Clock clock) {
        this.clock = clock;
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
        bindings.removeIf(binding::replaces);
        bindings.add(binding);
        if (bindings.size() > MOST) {
            bindings.remove(0);
        }
    }

    void remove(String user, Binding like) {
        byUser.getOrDefault(user, new ArrayList<>()).removeIf(like::replaces);
    }

    void clear(String user) {
        byUser.remove(user);
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
        for (List<Binding> bindings : byUser.values()) {
            bindings.removeIf(binding -> binding.flow().equals(flow)
                    && (binding.isOutbound() || flow.transport().equals("TLS")));
        }
    }

    /** Forgets everybody, as a server does that starts again. */
    public void clear() {
        byUser.clear();
    }
}
