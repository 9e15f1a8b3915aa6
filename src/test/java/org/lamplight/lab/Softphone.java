package org.lamplight.lab;

import gov.nist.javax.sip.ListeningPointImpl;
import gov.nist.javax.sip.stack.UDPMessageProcessor;
import java.lang.reflect.Field;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sip.SipStack;
import org.lamplight.backend.Account;
import org.lamplight.backend.AccountSession;
import org.lamplight.backend.AccountState.Phase;
import org.lamplight.backend.BackendContext;
import org.lamplight.call.AutoAnswer;
import org.lamplight.call.Call;
import org.lamplight.call.CallEvent;
import org.lamplight.call.CallState;
import org.lamplight.call.Calls;
import org.lamplight.call.ForwardRules;
import org.lamplight.call.Forwards;
import org.lamplight.call.LineState;
import org.lamplight.call.LineStatus;
import org.lamplight.call.Lines;
import org.lamplight.call.MediaEngine;
import org.lamplight.call.ServerForwards;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Rooms;
import org.lamplight.chat.files.FileTransfers;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Notice;
import org.lamplight.directory.Directories;
import org.lamplight.gateway.Gateways;
import org.lamplight.people.Contact;
import org.lamplight.people.People;
import org.lamplight.people.PeopleEvent;
import org.lamplight.people.Pictures;
import org.lamplight.people.Rosters;
import org.lamplight.presence.Observation;
import org.lamplight.presence.OwnPresence;
import org.lamplight.presence.Rules;
import org.lamplight.presence.Status;
import org.lamplight.sip.SipBackend;
import org.lamplight.sip.flow.OwnAddress;
import org.lamplight.sip.stack.SharedStack;

/** The softphone's back end with the real domain behind it, and no face. */
public final class Softphone implements BackendContext, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** What was reported of the account. */
    public record Reported(Phase phase, String reason, boolean password) {}

    private final CoreThread core = new CoreThread();
    private final Events events = new Events();
    private final Await await = new Await();
    private final Lines lines = new Lines(events, "");
    private final Calls calls = new Calls(core, events, Clock.systemUTC(), lines, address -> Optional.empty());
    private final List<Reported> reports = new CopyOnWriteArrayList<>();
    private final List<Call> history = new CopyOnWriteArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final List<String> answeredThemselves = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<Character> keys = new CopyOnWriteArrayList<>();
    private final MediaEngine media;
    private final Path cache;
    private final SipBackend backend;
    private final OwnPresence own;
    private final People people;
    private volatile String password = "secret";
    private AccountSession session;

    public Softphone(MediaEngine media, Path cache) {
        this(media, cache, OwnAddress.SYSTEM);
    }

    /** @param system says which address of ours leads to a server */
    public Softphone(MediaEngine media, Path cache, OwnAddress system) {
        this.backend = new SipBackend(system);
        this.media = media;
        this.cache = cache;
        events.listen(CallEvent.class, this::heard);
        own = core.ask(() ->
                        new OwnPresence(core, events, Clock.systemUTC(), Rules.builtIn(), new RememberedPresence()))
                .join();
        people = core.ask(() -> new People(core, events, Clock.systemUTC(), Rules.builtIn(), new RememberedLinks()))
                .join();
        events.listen(PeopleEvent.class, any -> await.look());
    }

    /** Nothing goes from or comes to this address any more by datagram: what is sent fails, as where an address is gone. */
    public void cut(InetAddress address) {
        try {
            SipStack stack = (SipStack) of(SharedStack.class, of(SipBackend.class, backend, "stack"), "stack");
            Iterator<?> points = stack.getListeningPoints();
            while (points.hasNext()) {
                Object processor = of(ListeningPointImpl.class, points.next(), "messageProcessor");
                if (processor instanceof UDPMessageProcessor datagrams) {
                    cut(datagrams, address);
                }
            }
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    private static void cut(UDPMessageProcessor datagrams, InetAddress address) throws ReflectiveOperationException {
        DatagramSocket socket = (DatagramSocket) of(UDPMessageProcessor.class, datagrams, "sock");
        if (address.equals(socket.getLocalAddress())) {
            // else it tells that nothing comes any more, which no system does
            Field running = UDPMessageProcessor.class.getDeclaredField("isRunning");
            running.setAccessible(true);
            running.setBoolean(datagrams, false);
            socket.close();
        }
    }

    private static Object of(Class<?> type, Object object, String field) throws ReflectiveOperationException {
        Field found = type.getDeclaredField(field);
        found.setAccessible(true);
        return found.get(object);
    }

    private void heard(CallEvent event) {
        if (event instanceof CallEvent.CallChanged changed) {
            history.add(changed.call());
        } else if (event instanceof CallEvent.AnsweredItself itself) {
            answeredThemselves.add(itself.call().id());
        } else if (event instanceof CallEvent.CallNotice notice) {
            notices.add(notice.sentence());
        } else if (event instanceof CallEvent.KeyPressed pressed) {
            keys.add(pressed.key());
        }
        await.look();
    }

    /** Opens an account; {@code keys} as {@code name=value}. It publishes and watches nothing unless they say so. */
    public void open(String... keys) {
        Map<String, String> all = new HashMap<>(Map.of("publish", "no", "subscribe", "no"));
        for (String key : keys) {
            all.put(key.substring(0, key.indexOf('=')), key.substring(key.indexOf('=') + 1));
        }
        session = backend.open(new Account("work", "sip", true, all), this);
    }

    /** Sends calls on from now on. */
    public void forward(Duration patience, ForwardRules rules) throws Exception {
        core.ask(() -> new Forwards(core, events, calls, lines, patience, rules))
                .get();
    }

    /** Answers calls by itself from now on, after it has rung so long. */
    public AutoAnswer autoAnswer(AutoAnswer.Rule rule, Duration heard) throws Exception {
        return core.ask(() -> new AutoAnswer(core, events, calls, rule, heard)).get();
    }

    /** Tells its server by codes from now on where all calls go. */
    public ServerForwards forwardAtServer() throws Exception {
        events.listen(Notice.class, notice -> told.add(notice.sentence()));
        return core.ask(() -> new ServerForwards(core, events, calls, lines, ForwardRules.NONE))
                .get();
    }

    /** What {@link #forwardAtServer} had to say. */
    public List<String> told() {
        return told;
    }

    public void retry() {
        session.retry();
    }

    public void password(String next) {
        password = next;
    }

    public Await await() {
        return await;
    }

    public List<Reported> reports() {
        return reports;
    }

    public List<Call> history() {
        return history;
    }

    public List<String> notices() {
        return notices;
    }

    /** The ids of calls that were answered by themselves. */
    public List<String> answeredThemselves() {
        return answeredThemselves;
    }

    public List<Character> keys() {
        return keys;
    }

    /** Asks on core. */
    public <T> T ask(Function<Calls, T> question) throws Exception {
        return core.ask(() -> question.apply(calls)).get();
    }

    public void tell(java.util.function.Consumer<Calls> deed) throws Exception {
        Supplier<Void> task = () -> {
            deed.accept(calls);
            return null;
        };
        core.ask(task).get();
    }

    public LineStatus line() throws Exception {
        return core.ask(() -> lines.all().get(0)).get();
    }

    public void awaitOnline() throws Exception {
        until(
                "registered",
                () -> reports.stream().anyMatch(one -> one.phase() == Phase.ONLINE)
                        && line().state() == LineState.REGISTERED);
    }

    /** Returns when all that core was to do within this time is done. */
    public void passes(Duration time) throws Exception {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        core.later(time, () -> passed.complete(null));
        passed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    public Call dial(String target) throws Exception {
        return ask(all -> all.dial(target, null));
    }

    public Call call(String id) throws Exception {
        return ask(all -> all.find(id)).orElseThrow();
    }

    public Call awaitState(String id, CallState state) throws Exception {
        until(
                "call is " + state,
                () -> ask(all -> all.find(id))
                        .map(Call::state)
                        .filter(state::equals)
                        .isPresent());
        return call(id);
    }

    /** The first report of a call like this one. */
    public Call awaitReport(String what, Predicate<Call> like) throws Exception {
        until(what, () -> history.stream().anyMatch(like));
        return history.stream().filter(like).findFirst().orElseThrow();
    }

    /** The call that rings here. */
    public Call awaitIncoming() throws Exception {
        until("somebody calls", () -> ringing().isPresent());
        return ringing().orElseThrow();
    }

    public Optional<Call> ringing() throws Exception {
        return ask(all -> new ArrayList<>(all.all())).stream()
                .filter(Call::isIncomingRinging)
                .findFirst();
    }

    public void until(String what, java.util.concurrent.Callable<Boolean> holds) throws Exception {
        try {
            await.until(what, PATIENCE, holds);
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + "; reports " + reports + "; calls " + ask(Calls::all));
        }
    }

    public void closeAccount() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    @Override
    public void close() {
        closeAccount();
        backend.stop();
        core.close();
    }

    // ---- the context

    @Override
    public Executor core() {
        return core;
    }

    @Override
    public Lines lines() {
        return lines;
    }

    @Override
    public Calls calls() {
        return calls;
    }

    @Override
    public Optional<MediaEngine> media() {
        return Optional.ofNullable(media);
    }

    @Override
    public Optional<char[]> password() {
        return Optional.ofNullable(password).map(String::toCharArray);
    }

    @Override
    public Path cache() {
        return cache;
    }

    @Override
    public void reportPasswordWanted(String reason) {
        reports.add(new Reported(Phase.FAILED, reason, true));
        await.look();
    }

    @Override
    public void report(Phase phase, String reason) {
        reports.add(new Reported(phase, reason, false));
        await.look();
    }

    @Override
    public void notice(String about, String sentence) {
        notices.add(sentence);
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public Rosters rosters() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Chats chats() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Rooms rooms() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileTransfers files() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Pictures pictures() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Gateways gateways() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Directories directories() {
        throw new UnsupportedOperationException();
    }

    @Override
    public OwnPresence ownPresence() {
        return own;
    }

    /** An account of another kind has these on its roster, and all are offline there. */
    public void know(String account, List<Contact> contacts) throws Exception {
        core.ask(() -> {
                    people.rosterLoaded(account, contacts);
                    people.sessionStarted(account);
                    return people;
                })
                .get();
    }

    /** An account of another kind says this of somebody. */
    public void observe(String account, String address, Observation seen) throws Exception {
        core.ask(() -> {
                    people.observed(account, address, seen.source(), List.of(seen));
                    return people;
                })
                .get();
    }

    /** How somebody is. */
    public Status statusOf(String address) throws Exception {
        return core.ask(() -> people.find(address).orElseThrow().presence().status())
                .get();
    }

    /** The person at it chooses how they are. */
    public void choose(Status status) throws Exception {
        core.ask(() -> {
                    own.choose(status, null, null);
                    return status;
                })
                .get();
    }
}
