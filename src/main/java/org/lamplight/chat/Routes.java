package org.lamplight.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamplight.core.Threads;

/**
 * Which way messages go: one outbox for all one-to-one talks of an account, and one for each of its rooms, so that a room
 * that can't be entered holds up nobody else. Core only.
 */
final class Routes {
    private final Map<String, Outbox> accounts = new LinkedHashMap<>();
    private final Map<String, Outbox> rooms = new LinkedHashMap<>();
    private boolean wereThere;

    /** Something carries this account's messages from now on. */
    void attach(String account, ChatTransport transport) {
        wereThere = true;
        account(account).attach(transport);
    }

    /** Whether anything carried messages since the start. */
    boolean wereThere() {
        return wereThere;
    }

    Outbox account(String account) {
        Threads.requireCore();
        return accounts.computeIfAbsent(account, any -> new Outbox());
    }

    Outbox room(String account, String room) {
        Threads.requireCore();
        return rooms.computeIfAbsent(account + "\n" + room, any -> new Outbox());
    }

    Outbox of(Utterance what, boolean room) {
        return room ? room(what.account(), what.peer()) : account(what.account());
    }

    /** All that may hold something of this account. */
    Stream<Outbox> all(String account) {
        return Stream.concat(
                Stream.of(account(account)),
                rooms.entrySet().stream()
                        .filter(room -> room.getKey().startsWith(account + "\n"))
                        .map(Map.Entry::getValue));
    }

    /** What carries a talk's messages, if anything does now. */
    Optional<ChatTransport> transport(String account, String peer, boolean room) {
        return (room ? room(account, peer) : account(account)).transport();
    }

    /** An account that can carry a talk: the wanted one, else the first of all. */
    Optional<String> carrier(String wanted) {
        return accounts.entrySet().stream()
                .filter(box -> box.getValue().transport().isPresent())
                .map(Map.Entry::getKey)
                .reduce((first, next) -> next.equals(wanted) ? next : first);
    }

    Stream<ChatTransport> transports() {
        return accounts.values().stream().flatMap(box -> box.transport().stream());
    }
}
