package org.lamplight.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Events;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.lamplight.people.People;
import org.lamplight.people.PeopleEvent;
import org.lamplight.people.Request;
import org.lamplight.people.Rosters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateways of all accounts, and what the user does with them. People behind one get its network as the label of their
 * address. Called on core; futures complete on any thread and fail with {@link Refused}.
 */
public final class Gateways {
    private static final Logger LOG = LoggerFactory.getLogger(Gateways.class);
    private static final Texts TEXTS = Texts.of(Gateways.class);
    private static final int MOST = 100;
    private static final int LONGEST_ADDRESS = 1_000;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{Cntrl}@/]+(@[^\\s\\p{Cntrl}@/]+)?");

    private record Key(String account, String address) {
        static Key of(Gateway gateway) {
            return new Key(gateway.account(), gateway.address());
        }
    }

    private record Heard(boolean here, @Nullable String note) {}

    private final Executor core;
    private final Events events;
    private final People people;
    private final Rosters rosters;
    private final GatewayShelf shelf;
    private final Map<String, GatewayService> services = new LinkedHashMap<>();
    private final Map<Key, Gateway> known = new LinkedHashMap<>();

    /** Presence may come before it is known whose it is. */
    private final Map<Key, Heard> heard = new LinkedHashMap<>();

    public Gateways(Executor core, Events events, People people, Rosters rosters, GatewayMemory memory) {
        this.core = core;
        this.events = events;
        this.people = people;
        this.rosters = rosters;
        this.shelf = new GatewayShelf(memory);
        events.listen(PeopleEvent.RequestsChanged.class, changed -> welcomeAll(changed.requests()));
    }

    // ---- what adapters tell

    /** An account can reach gateways. */
    public void add(String account, GatewayService service) {
        Threads.requireCore();
        services.put(account, service);
    }

    /** The account is gone; a service that was offered after this one stays. */
    public void remove(String account, GatewayService service) {
        Threads.requireCore();
        if (services.remove(account, service)) {
            known.keySet().removeIf(key -> key.account().equals(account));
            closed(account);
        }
    }

    /** A new session: all is asked anew. */
    public void opened(String account) {
        Threads.requireCore();
        GatewayService service = services.get(account);
        if (service == null) {
            return;
        }
        service.stayLoggedOut(shelf.loggedOut(account));
        noteFailure(account, found(account, service.find()));
        for (String address : shelf.added(account)) {
            noteFailure(address, service.look(address).thenAcceptAsync(gateway -> take(gateway.addedByUser()), core));
        }
    }

    /** Nobody asked for this, so nobody is told that it failed. */
    private static void noteFailure(String about, CompletableFuture<Void> asked) {
        asked.exceptionally(failure -> {
            LOG.info("The gateways of {} are not known: {}", about, failure.toString());
            LOG.debug("cause", failure);
            return null;
        });
    }

    private CompletableFuture<Void> found(String account, CompletableFuture<List<Gateway>> asked) {
        return asked.thenAcceptAsync(
                now -> {
                    known.values()
                            .removeIf(before -> before.account().equals(account)
                                    && !before.added()
                                    && now.stream()
                                            .noneMatch(one -> one.address().equals(before.address())));
                    now.stream().limit(MOST).forEach(this::put);
                    changed();
                },
                core);
    }

    /** The account has no session. */
    public void closed(String account) {
        Threads.requireCore();
        heard.keySet().removeIf(key -> key.account().equals(account));
        known.replaceAll((key, gateway) -> key.account().equals(account) ? gateway.seen(false, null) : gateway);
        changed();
    }

    /** A gateway says whether it is connected for us. */
    public void seen(String account, String address, boolean here, @Nullable String note) {
        Threads.requireCore();
        Key key = new Key(account, address);
        if (heard.size() < MOST || heard.containsKey(key)) {
            heard.put(key, new Heard(here, note));
        }
        if (known.computeIfPresent(key, (any, before) -> before.seen(here, note)) != null) {
            changed();
        }
    }

    // ---- what others ask

    public List<Gateway> all() {
        Threads.requireCore();
        return List.copyOf(known.values());
    }

    /** The gateway of this address; of several accounts the first. */
    public Optional<Gateway> find(String address) {
        Threads.requireCore();
        String wanted = plain(address);
        return known.values().stream()
                .filter(gateway -> gateway.address().equals(wanted))
                .findFirst();
    }

    /** Looks at an address that the user named, and keeps it if a gateway is there. */
    public CompletableFuture<Gateway> add(String address) {
        return with(address, service -> service.look(plain(address)))
                .thenApplyAsync(
                        gateway -> {
                            if (gateway.offers().isEmpty()) {
                                throw new Refused(TEXTS.get("gateway.none", gateway.address()));
                            }
                            if (known.size() >= MOST && !known.containsKey(Key.of(gateway))) {
                                throw new Refused(TEXTS.get("gateway.many"));
                            }
                            shelf.add(gateway.account(), gateway.address());
                            return take(gateway.addedByUser());
                        },
                        core);
    }

    public CompletableFuture<Registration> registration(String address) {
        return with(address, service -> service.registration(plain(address)));
    }

    /** Registers and logs in. */
    public CompletableFuture<Void> register(String address, Registration asked, Map<String, List<String>> answers) {
        return with(
                address,
                service -> service.register(plain(address), asked, answers)
                        .thenComposeAsync(
                                done -> {
                                    update(address, gateway -> gateway.registered(true));
                                    welcomeAll(rosters.requests());
                                    return logIn(address);
                                },
                                core));
    }

    /** Ends the registration, and forgets the address if it was the user who named it. */
    public CompletableFuture<Void> remove(String address) {
        boolean registered = find(address).filter(Gateway::registered).isPresent();
        CompletableFuture<Void> ended = registered
                ? with(address, service -> service.unregister(plain(address)))
                : with(address, service -> CompletableFuture.completedFuture(null));
        return ended.thenRunAsync(() -> find(address).ifPresent(this::forget), core);
    }

    private void forget(Gateway gateway) {
        shelf.remove(gateway.account(), gateway.address());
        if (gateway.added()) {
            known.remove(Key.of(gateway));
            changed();
        } else {
            update(gateway.address(), one -> one.registered(false));
        }
    }

    public CompletableFuture<Void> logIn(String address) {
        find(address).ifPresent(gateway -> shelf.loggedOut(gateway.account(), gateway.address(), false));
        return with(address, service -> service.logIn(plain(address)));
    }

    public CompletableFuture<Void> logOut(String address) {
        find(address).ifPresent(gateway -> shelf.loggedOut(gateway.account(), gateway.address(), true));
        return with(address, service -> service.logOut(plain(address)))
                .thenRunAsync(() -> update(address, gateway -> gateway.seen(false, null)), core);
    }

    /** What may be asked of this address; any address will do, a channel's too. */
    public CompletableFuture<List<Command>> commands(String address) {
        return with(address, service -> service.commands(plain(address)));
    }

    public CompletableFuture<CommandStep> begin(Command command) {
        return with(command.address(), service -> service.begin(command));
    }

    /** Goes on; the answers must fit the form but for going back and giving up. */
    public CompletableFuture<CommandStep> go(
            CommandStep from, CommandStep.Action action, Map<String, List<String>> answers) {
        return with(from.command().address(), service -> service.go(from, action, answers));
    }

    public CompletableFuture<AddressPrompt> prompt(String address) {
        return with(address, service -> service.prompt(plain(address)));
    }

    /** The address by which somebody of the gateway's network is reached. */
    public CompletableFuture<String> translate(String address, String theirs) {
        return with(address, service -> service.translate(plain(address), theirs.strip()));
    }

    // ---- keeping

    private <T> CompletableFuture<T> with(String address, Function<GatewayService, CompletableFuture<T>> question) {
        Threads.requireCore();
        if (!isAddress(plain(address))) {
            return refused("address.wrong", address.strip());
        }
        GatewayService service = services.get(accountFor(plain(address)));
        return service == null ? refused("account.none") : question.apply(service);
    }

    /** The account that knows the gateway, or one of the same house, or any. */
    private String accountFor(String address) {
        String domain = Gateway.domainOf(address);
        return find(address)
                .map(Gateway::account)
                .or(() -> services.keySet().stream()
                        .filter(account -> ("." + domain).endsWith("." + Gateway.domainOf(account)))
                        .findFirst())
                .or(() -> services.keySet().stream().findFirst())
                .orElse("");
    }

    private static boolean isAddress(String address) {
        return address.length() <= LONGEST_ADDRESS && ADDRESS.matcher(address).matches();
    }

    /** As addresses are compared: in small letters, without scheme. */
    static String plain(String address) {
        return address.strip().replaceFirst("^(?i:xmpp):", "").toLowerCase(Locale.ROOT);
    }

    private static <T> CompletableFuture<T> refused(String key, Object... values) {
        return CompletableFuture.failedFuture(new Refused(TEXTS.get(key, values)));
    }

    private Gateway take(Gateway gateway) {
        Gateway taken = put(gateway);
        changed();
        return taken;
    }

    private Gateway put(Gateway gateway) {
        Key key = Key.of(gateway);
        Heard says = heard.getOrDefault(key, new Heard(false, null));
        boolean added = gateway.added() || shelf.added(gateway.account()).contains(gateway.address());
        Gateway with = (added ? gateway.addedByUser() : gateway).seen(says.here(), says.note());
        known.put(key, with);
        return with;
    }

    private void update(String address, Function<Gateway, Gateway> change) {
        find(address).ifPresent(gateway -> {
            known.put(Key.of(gateway), change.apply(gateway));
            changed();
        });
    }

    /** A gateway with which one is registered need not be asked for consent again. */
    private void welcomeAll(List<Request> requests) {
        for (Request request : requests) {
            Gateway gateway = known.get(new Key(request.account(), request.address()));
            GatewayService service = services.get(request.account());
            if (gateway != null && gateway.registered() && service != null) {
                service.welcome(gateway.address());
                rosters.answered(request.address());
            }
        }
    }

    private void changed() {
        people.useNetworks(known.values().stream()
                .filter(gateway -> gateway.network() != Network.UNKNOWN)
                .collect(Collectors.toMap(
                        Gateway::domain, gateway -> gateway.network().key(), (first, second) -> first)));
        events.publish(new GatewaysChanged(all()));
    }
}
