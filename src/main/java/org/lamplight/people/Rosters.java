package org.lamplight.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Events;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;

/**
 * Changes to the rosters as the user asks for them, each sent to the account that it concerns, and the requests of others
 * to see our presence. Called on the core thread; futures complete on any.
 */
public final class Rosters {
    private static final Texts TEXTS = Texts.of(Rosters.class);

    /** Nobody answers more; a flood of them is no news after that. The server keeps the rest for the next sign-in. */
    private static final int MOST_REQUESTS = 1_000;

    private final People people;
    private final Events events;
    private final Map<String, Roster> rosters = new LinkedHashMap<>();
    private final Map<String, Request> requests = new LinkedHashMap<>();

    public Rosters(People people, Events events) {
        this.people = people;
        this.events = events;
    }

    /** An account offers its roster. */
    public void add(String account, Roster roster) {
        Threads.requireCore();
        rosters.put(account, roster);
    }

    /** An account's roster is not there any more; one that was offered after it stays. */
    public void remove(String account, Roster roster) {
        Threads.requireCore();
        if (!rosters.remove(account, roster)) {
            return;
        }
        if (requests.values().removeIf(request -> request.account().equals(account))) {
            publishRequests();
        }
    }

    /** Somebody asks to see our presence. */
    public void requested(Request request) {
        Threads.requireCore();
        if (requests.size() >= MOST_REQUESTS && !requests.containsKey(request.address())) {
            return;
        }
        if (!request.equals(requests.put(request.address(), request))) {
            publishRequests();
        }
    }

    /** The request was answered, here or on another device, or taken back. */
    public void answered(String address) {
        Threads.requireCore();
        if (requests.remove(address) != null) {
            publishRequests();
        }
    }

    public List<Request> requests() {
        Threads.requireCore();
        return List.copyOf(requests.values());
    }

    /** Adds somebody and asks to see their presence. */
    public CompletableFuture<Void> addPerson(String address, @Nullable String name, Collection<String> groups) {
        Optional<String> bare = Address.bareIm(address);
        if (bare.isEmpty()) {
            return refused(TEXTS.get("address.wrong", address));
        }
        Map.Entry<String, Roster> first =
                rosters.entrySet().stream().findFirst().orElse(null);
        if (first == null) {
            return refused(TEXTS.get("account.none"));
        }
        Roster roster = first.getValue();
        Contact known = known(first.getKey(), bare.get());
        return known == null
                ? roster.put(bare.get(), name, List.copyOf(groups)).thenCompose(done -> roster.ask(bare.get()))
                : addAgain(roster, known, name, groups);
    }

    private @Nullable Contact known(String account, String address) {
        return people.find(address)
                .map(person -> people.contactsOf(person.id()).get(account))
                .filter(contact -> contact.address().equals(address))
                .orElse(null);
    }

    /** What is on the list stays as it is but for what was said anew. */
    private CompletableFuture<Void> addAgain(
            Roster roster, Contact known, @Nullable String name, Collection<String> groups) {
        boolean shown = known.subscription().showsThem();
        if (shown && name == null && groups.isEmpty()) {
            return refused(TEXTS.get("person.known", known.address()));
        }
        Set<String> all = new LinkedHashSet<>(known.groups());
        all.addAll(groups);
        CompletableFuture<Void> put = roster.put(known.address(), name == null ? known.name() : name, List.copyOf(all));
        return shown ? put : put.thenCompose(done -> roster.ask(known.address()));
    }

    public CompletableFuture<Void> removePerson(String id) {
        return forAll(id, (roster, contact) -> roster.remove(contact.address()));
    }

    public CompletableFuture<Void> rename(String id, String name) {
        return forAll(id, (roster, contact) -> roster.put(contact.address(), name, contact.groups()));
    }

    /** Puts the person into a group or takes them out of it. */
    public CompletableFuture<Void> group(String id, String group, boolean in) {
        return forAll(id, (roster, contact) -> {
            Set<String> groups = new LinkedHashSet<>(contact.groups());
            if (in) {
                groups.add(group);
            } else {
                groups.remove(group);
            }
            return roster.put(contact.address(), contact.name(), List.copyOf(groups));
        });
    }

    /**
     * Blocks or unblocks somebody on all accounts that know them.
     *
     * @param id a person's, or the address of a stranger
     */
    public CompletableFuture<Void> block(String id, boolean blocked) {
        return people.find(id).isPresent()
                ? forAll(id, (roster, contact) -> roster.block(contact.address(), blocked))
                : withStranger(id, (roster, address) -> roster.block(address, blocked));
    }

    /**
     * Blocks somebody and tells the server that they send spam (XEP-0377); a request of theirs is over.
     *
     * @param id a person's, or the address of a stranger
     */
    public CompletableFuture<Void> report(String id) {
        return people.find(id).isPresent()
                ? forAll(id, (roster, contact) -> roster.report(contact.address()))
                : withStranger(id, Roster::report);
    }

    private CompletableFuture<Void> withStranger(
            String written, BiFunction<Roster, String, CompletableFuture<Void>> action) {
        Threads.requireCore();
        Optional<String> address = Address.bareIm(written);
        if (address.isEmpty()) {
            return refused(TEXTS.get("address.wrong", written));
        }
        Request request = requests.get(address.get());
        Roster roster = request == null ? null : rosters.get(request.account());
        Roster used =
                roster != null ? roster : rosters.values().stream().findFirst().orElse(null);
        if (used == null) {
            return refused(TEXTS.get("account.none"));
        }
        answered(address.get());
        return action.apply(used, address.get());
    }

    /** Lets them see our presence, and asks for theirs if we do not have it. */
    public CompletableFuture<Void> accept(String address) {
        return answer(address, (roster, bare) -> {
            boolean known = people.find(bare)
                    .filter(person -> person.subscription().showsThem() || person.asked())
                    .isPresent();
            CompletableFuture<Void> accepted = roster.accept(bare);
            return known ? accepted : accepted.thenCompose(done -> roster.ask(bare));
        });
    }

    public CompletableFuture<Void> decline(String address) {
        return answer(address, (roster, bare) -> roster.decline(bare));
    }

    private CompletableFuture<Void> answer(String address, BiFunction<Roster, String, CompletableFuture<Void>> action) {
        Threads.requireCore();
        Request request = requests.get(Address.bareIm(address).orElse(address));
        if (request == null) {
            return refused(TEXTS.get("request.none", address));
        }
        Roster roster = rosters.get(request.account());
        if (roster == null) {
            return refused(TEXTS.get("request.orphan", address));
        }
        answered(request.address());
        return action.apply(roster, request.address());
    }

    private CompletableFuture<Void> forAll(String id, BiFunction<Roster, Contact, CompletableFuture<Void>> action) {
        Threads.requireCore();
        String personId = people.find(id).map(Person::id).orElse(id);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        people.contactsOf(personId).forEach((account, contact) -> {
            Roster roster = rosters.get(account);
            all.add(roster == null ? refused(TEXTS.get("account.gone", account)) : action.apply(roster, contact));
        });
        if (all.isEmpty()) {
            return refused(TEXTS.get("person.unknown", id));
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private static CompletableFuture<Void> refused(String sentence) {
        return CompletableFuture.failedFuture(new Roster.Refused(sentence));
    }

    private void publishRequests() {
        events.publish(new PeopleEvent.RequestsChanged(requests()));
    }
}
