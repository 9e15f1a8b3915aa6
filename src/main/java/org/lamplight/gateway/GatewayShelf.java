package org.lamplight.gateway;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is kept of gateways over restarts. Core only. */
final class GatewayShelf {
    private final GatewayMemory memory;
    private final Set<String> added;
    private final Set<String> loggedOut;

    GatewayShelf(GatewayMemory memory) {
        this.memory = memory;
        this.added = new LinkedHashSet<>(memory.addedGateways());
        this.loggedOut = new LinkedHashSet<>(memory.loggedOutGateways());
    }

    /** The addresses that the user named for this account. */
    List<String> added(String account) {
        return of(added, account);
    }

    List<String> loggedOut(String account) {
        return of(loggedOut, account);
    }

    private static List<String> of(Set<String> all, String account) {
        String head = account + " ";
        return all.stream()
                .filter(line -> line.startsWith(head))
                .map(line -> line.substring(head.length()))
                .toList();
    }

    void add(String account, String address) {
        if (added.add(account + " " + address)) {
            memory.keepAddedGateways(List.copyOf(added));
        }
    }

    void loggedOut(String account, String address, boolean out) {
        String line = account + " " + address;
        if (out ? loggedOut.add(line) : loggedOut.remove(line)) {
            memory.keepLoggedOutGateways(List.copyOf(loggedOut));
        }
    }

    void remove(String account, String address) {
        if (added.remove(account + " " + address)) {
            memory.keepAddedGateways(List.copyOf(added));
        }
        loggedOut(account, address, false);
    }
}
