package org.lamplight.media.ice;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamplight.media.sdp.Candidate;
import org.lamplight.media.sdp.IceTerms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of the ways to one peer work, and which is taken (RFC 8445, sections 6 to 8; for one component). All our addresses are
 * behind one port, so that a way is the peer's address, and whether by the relay. Guarded by its agent.
 */
final class Checks {
    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);
    private static final long MILLI = 1_000_000;
    /** For a better way to be found once there is one. */
    private static final long PATIENCE_NANOS = 300 * MILLI;

    private static final long AGAIN_NANOS = 100 * MILLI;
    /** How often the peer is asked whether it still wants to hear us, and how long it may be silent (RFC 7675). */
    private static final long CONSENT_EVERY_NANOS = 5_000 * MILLI;

    private static final long CONSENT_NANOS = 30_000 * MILLI;
    private static final int MOST_PAIRS = 64;

    private final String fragment;
    private final byte[] password;
    private final long tieBreaker;
    private final Transactions transactions;
    private final BiConsumer<Route, byte[]> network;
    private final LongSupplier nanoTime;
    private final Map<Route, Pair> pairs = new LinkedHashMap<>();
    private final Deque<Pair> triggered = new ArrayDeque<>();
    private @Nullable IceTerms peer;
    private boolean controlling;
    private @Nullable Pair selected;
    private boolean nominating;
    private long firstWorked;
    /** The peer no longer agreed, and no way was found since. */
    private boolean lapsed;

    private long renewed;

    Checks(
            IceTerms own,
            long tieBreaker,
            Transactions transactions,
            BiConsumer<Route, byte[]> network,
            LongSupplier nanoTime) {
        this.fragment = own.fragment();
        this.password = octets(own.password());
        this.tieBreaker = tieBreaker;
        this.transactions = transactions;
        this.network = network;
        this.nanoTime = nanoTime;
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Begins with this peer; with the same one it goes on. What asked us before is asked first. */
    void start(IceTerms theirs, boolean controls, boolean direct, boolean relayed) {
        boolean known = peer != null;
        if (known && peer != null && peer.isSame(theirs)) {
            theirs.candidates().forEach(one -> add(one, direct, relayed));
            return;
        }
        if (known) {
            pairs.clear();
            triggered.clear();
        }
        peer = theirs;
        controlling = controls;
        selected = null;
        lapsed = false;
        nominating = false;
        theirs.candidates().forEach(one -> add(one, direct, relayed));
        pairs.values().stream().filter(pair -> pair.wanted || pair.asked != 0).forEach(triggered::add);
    }

    private void add(Candidate candidate, boolean direct, boolean relayed) {
        if (direct) {
            add(new Route(false, candidate.address()), candidate.priority());
        }
        if (relayed) {
            add(new Route(true, candidate.address()), candidate.priority());
        }
    }

    private @Nullable Pair add(Route route, long priority) {
        Pair known = pairs.get(route);
        if (known != null || pairs.size() >= MOST_PAIRS) {
            return known;
        }
        Pair made = new Pair(route, priority);
        pairs.put(route, made);
        return made;
    }

    boolean isStarted() {
        return peer != null;
    }

    /** Whether the peer may be at this address. */
    boolean knows(InetSocketAddress from) {
        return pairs.containsKey(new Route(false, from)) || pairs.containsKey(new Route(true, from));
    }

    /** The way that was agreed on, or the best one so far. */
    Optional<Route> route() {
        Pair now = selected;
        return now != null ? Optional.of(now.route) : best().map(pair -> pair.route);
    }

    /** Whether there was a way: if there is none now it is lost. */
    boolean isSettled() {
        return firstWorked != 0;
    }

    boolean isSelected() {
        return selected != null;
    }

    private Optional<Pair> best() {
        return working().max(Comparator.comparingLong(pair -> pair.priority(controlling)));
    }

    private Stream<Pair> working() {
        return pairs.values().stream().filter(pair -> pair.state == Pair.State.WORKS);
    }

    // ---- the peer asks

    /** A request of a peer that knows our password; any other one gets no answer. */
    void asked(StunMessage request, Route from) {
        boolean ours = request.text(StunMessage.USERNAME).startsWith(fragment + ":") && request.isBy(password);
        if (!ours || isInConflict(request, from)) {
            return;
        }
        StunMessage yes = request.reply(StunMessage.SUCCESS).with(StunMessage.MAPPED, from.remote());
        network.accept(from, yes.write(password));
        Pair pair = add(from, request.number(StunMessage.PRIORITY));
        if (pair == null) {
            return;
        }
        pair.wanted |= request.has(StunMessage.USE_CANDIDATE);
        if (pair.state == Pair.State.WORKS) {
            choose(pair);
        } else if (peer == null) {
            pair.asked = nanoTime.getAsLong();
        } else if (nanoTime.getAsLong() - pair.asked > AGAIN_NANOS && !triggered.contains(pair)) {
            triggered.add(pair);
        }
    }

    /** Both think that they decide, or neither does (RFC 8445, section 7.3.1.1). */
    private boolean isInConflict(StunMessage request, Route from) {
        int same = controlling ? StunMessage.CONTROLLING : StunMessage.CONTROLLED;
        if (peer == null || !request.has(same)) {
            return false;
        }
        boolean larger = Long.compareUnsigned(tieBreaker, request.number(same)) >= 0;
        if (larger == controlling) {
            byte[] conflict = {0, 0, 4, 87};
            network.accept(
                    from,
                    request.reply(StunMessage.ERROR)
                            .with(StunMessage.ERROR_CODE, conflict)
                            .write(password));
            return true;
        }
        controlling = !controlling;
        return false;
    }

    // ---- we ask

    void tick() {
        if (peer == null) {
            return;
        }
        Pair next = next();
        if (next != null) {
            ask(next, false);
        }
        if (controlling && selected == null && !nominating) {
            nominate();
        }
        keepConsent();
    }

    private @Nullable Pair next() {
        Pair first = triggered.poll();
        return first != null
                ? first
                : pairs.values().stream()
                        .filter(pair -> pair.state == Pair.State.WAITING)
                        .max(Comparator.comparingLong(pair -> pair.priority(controlling)))
                        .orElse(null);
    }

    private void ask(Pair pair, boolean nominates) {
        IceTerms theirs = peer;
        if (theirs == null) {
            return;
        }
        byte[] key = octets(theirs.password());
        boolean decides = controlling;
        int kind = pair.route.relayed() ? Priority.RELAYED : Priority.PEER_REFLEXIVE;
        StunMessage request = StunMessage.fresh(StunMessage.BINDING)
                .with(StunMessage.USERNAME, theirs.fragment() + ":" + fragment)
                .with(StunMessage.PRIORITY, Priority.of(kind, 0), 4)
                .with(decides ? StunMessage.CONTROLLING : StunMessage.CONTROLLED, tieBreaker, 8);
        if (nominates) {
            request.with(StunMessage.USE_CANDIDATE);
        }
        byte[] data = request.write(key);
        pair.asked = nanoTime.getAsLong();
        if (pair.state != Pair.State.WORKS) {
            pair.state = Pair.State.ASKED;
        }
        transactions.begin(
                request,
                new Transactions.Wait(
                        () -> network.accept(pair.route, data),
                        (answer, from) -> from.equals(pair.route) && answer.isBy(key),
                        answer -> answered(pair, answer, nominates, decides),
                        () -> lost(pair, nominates)));
    }

    private void answered(Pair pair, StunMessage answer, boolean nominates, boolean decided) {
        if (pairs.get(pair.route) != pair) {
            return;
        }
        if (answer.errorCode() == 487) {
            controlling = !decided;
            nominating = false;
            triggered.add(pair);
        } else if (answer.type() != (StunMessage.BINDING | StunMessage.SUCCESS)) {
            lost(pair, nominates);
        } else {
            works(pair, nominates);
        }
    }

    private void works(Pair pair, boolean nominated) {
        pair.agreed = nanoTime.getAsLong();
        firstWorked = working().findAny().isPresent() ? firstWorked : pair.agreed;
        pair.state = Pair.State.WORKS;
        if (nominated && controlling) {
            nominating = false;
            select(pair);
        } else {
            choose(pair);
        }
    }

    private void lost(Pair pair, boolean nominated) {
        nominating &= !nominated;
        if (pair != selected) {
            pair.state = Pair.State.FAILED;
        }
    }

    // ---- which is taken

    /** The best one, unless a better one may still be found soon. */
    private void nominate() {
        Optional<Pair> best = best();
        if (best.isEmpty()) {
            return;
        }
        long priority = best.get().priority(controlling);
        boolean better =
                pairs.values().stream().anyMatch(pair -> pair.isOpen() && pair.priority(controlling) > priority);
        if (!better || nanoTime.getAsLong() - firstWorked > PATIENCE_NANOS) {
            nominating = true;
            ask(best.get(), true);
        }
    }

    /** The peer decides, and has decided. */
    private void choose(Pair pair) {
        if (!controlling && pair.wanted && pair.state == Pair.State.WORKS) {
            select(pair);
        }
    }

    private void select(Pair pair) {
        Pair before = selected;
        if (before == null || pair.priority(controlling) >= before.priority(controlling)) {
            LOG.debug("by {}", pair.route);
            selected = pair;
            lapsed = false;
        }
    }

    /** A peer that no longer agrees is sent nothing more, and all ways are tried anew. */
    private void keepConsent() {
        Pair now = selected;
        long time = nanoTime.getAsLong();
        if (now == null) {
            tryAgain(time);
        } else if (time - now.agreed > CONSENT_NANOS) {
            selected = null;
            lapsed = true;
            renew(time);
        } else if (time - now.asked > CONSENT_EVERY_NANOS) {
            ask(now, false);
        }
    }

    private void tryAgain(long time) {
        boolean hopeless = pairs.values().stream().allMatch(pair -> pair.state == Pair.State.FAILED);
        if (lapsed && hopeless && time - renewed > CONSENT_EVERY_NANOS) {
            renew(time);
        }
    }

    private void renew(long time) {
        renewed = time;
        pairs.values().forEach(pair -> pair.state = Pair.State.WAITING);
    }
}
