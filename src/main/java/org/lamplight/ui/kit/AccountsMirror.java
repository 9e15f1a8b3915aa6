package org.lamplight.ui.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamplight.backend.AccountState;
import org.lamplight.backend.AccountStateChanged;
import org.lamplight.core.PlainText;
import org.lamplight.people.Address;

/** How the accounts do, as windows see it. All but the constructor: EDT. */
public final class AccountsMirror {
    private final Object lock = new Object();
    private final FrameTimer frame = new FrameTimer(this::apply);
    private final List<Runnable> listeners = new ArrayList<>();
    private Map<String, Optional<AccountState>> next = new LinkedHashMap<>();
    private volatile boolean nextKnown;
    private boolean known;
    private final Map<String, AccountState> states = new LinkedHashMap<>();

    public AccountsMirror(Domain domain) {
        domain.events()
                .listen(
                        AccountStateChanged.class,
                        changed -> collect(
                                changed.state().account().id(),
                                changed.gone() ? Optional.empty() : Optional.of(changed.state())));
        domain.core().execute(() -> {
            domain.accounts().get().forEach(state -> collect(state.account().id(), Optional.of(state)));
            nextKnown = true;
            frame.wish();
        });
    }

    public void listen(Runnable listener) {
        Edt.requireEdt();
        listeners.add(listener);
    }

    /** Whether there was time to ask: until then, nobody can say that there is no account. */
    public boolean isKnown() {
        return known;
    }

    public List<AccountState> all() {
        return List.copyOf(states.values());
    }

    /** The user's own name: that of the first account, or the front of its address. */
    public String ownName() {
        return states.values().stream()
                .findFirst()
                .map(state -> PlainText.line(state.account().name()).replaceFirst("(?<=.)@.*", ""))
                .orElse("");
    }

    /** The user's own address as others see it, by which their avatar is found and coloured. */
    public String ownAddress() {
        return states.values().stream()
                .findFirst()
                .flatMap(state -> state.account().get("address"))
                .map(address -> Address.bareIm(address).orElse(address))
                .orElse("");
    }

    private void collect(String id, Optional<AccountState> state) {
        synchronized (lock) {
            next.put(id, state);
        }
        frame.wish();
    }

    private void apply() {
        known = nextKnown;
        Map<String, Optional<AccountState>> changes;
        synchronized (lock) {
            changes = next;
            next = new LinkedHashMap<>();
        }
        changes.forEach((id, state) -> state.ifPresentOrElse(now -> states.put(id, now), () -> states.remove(id)));
        listeners.forEach(Runnable::run);
    }
}
