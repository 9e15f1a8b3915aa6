package org.lamplight.media.ice;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Traversal;
import org.lamplight.core.Threads;
import org.lamplight.media.sdp.Candidate;
import org.lamplight.media.sdp.IceTerms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds addresses of ours and ways to one peer (RFC 8445), for one port that RTP and RTCP share. On a thread of its own, which
 * reads the port itself until the addresses are found; later whoever reads it hands over what is STUN. For any thread.
 */
public final class IceAgent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IceAgent.class);
    private static final long DEADLINE_MILLIS = 1_000;
    private static final int READ_MILLIS = 20;
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long KEEP_ALIVE_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final int LONGEST = 2_048;
    /** What begins so is of a handshake (RFC 7983). */
    private static final int FIRST_RECORD = 20;

    private static final int LAST_RECORD = 63;
    private static final int MOST_KEPT = 8;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What a relay passed on. */
    public static final class Passed {
        private final byte[] data;
        private final InetSocketAddress from;

        Passed(byte[] data, InetSocketAddress from) {
            this.data = data;
            this.from = from;
        }

        /** The datagram as the peer sent it. */
        public byte[] data() {
            return data.clone();
        }

        /** Where the relay had it from. */
        public InetSocketAddress from() {
            return from;
        }
    }

    private final DatagramSocket socket;
    private final InetAddress local;
    private final Traversal wishes;
    private final boolean reads;
    private final Optional<Relay.Place> relayedBefore;
    private IceTerms own = fresh();
    private final Transactions transactions = new Transactions(System::nanoTime);
    private Checks checks = checks(own);
    private final List<Candidate> candidates = new ArrayList<>();
    private final Deque<byte[]> kept = new ArrayDeque<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private @Nullable InetSocketAddress stun;
    private volatile @Nullable Relay relay;
    private volatile @Nullable Route plain;
    private volatile @Nullable Route route;
    private volatile boolean started;
    private volatile boolean closed;
    /** Belongs to the thread: when it last kept the way to the servers open. */
    private long alive = System.nanoTime();

    /** Begins to look for addresses. The socket must be bound to every address of this machine. */
    public IceAgent(DatagramSocket socket, InetAddress local, Traversal wishes) {
        this(socket, local, wishes, true, Optional.empty());
    }

    private IceAgent(
            DatagramSocket socket, InetAddress local, Traversal wishes, boolean reads, Optional<Relay.Place> relayed) {
        this.reads = reads;
        this.relayedBefore = relayed;
        this.socket = socket;
        this.local = local;
        this.wishes = wishes;
        ready.completeOnTimeout(null, DEADLINE_MILLIS, TimeUnit.MILLISECONDS);
        Threads.daemon("ice", this::run);
    }

    /**
     * One that begins all over, under another name and from this address of ours (RFC 8445, section 9). Until it has found a way
     * it takes this one's, unless that is by the relay; a place at a relay that still knows us is gone on with. This one still
     * has to be closed.
     *
     * @param read whether somebody reads the port by now, and hands over what is STUN
     */
    public IceAgent anew(InetAddress address, boolean read) {
        IceAgent next = new IceAgent(socket, address, wishes, !read, givenOn());
        Route before = route;
        if (started && plain == null && before != null && !before.relayed()) {
            next.begin(before);
        }
        return next;
    }

    /** What is closed here then is closed there: gone with the address, or by who goes on with it. */
    private synchronized Optional<Relay.Place> givenOn() {
        Optional<Relay.Place> place = Optional.ofNullable(relay).flatMap(Relay::place);
        if (place.isPresent()) {
            relay = null;
        }
        return place.or(() -> relayedBefore);
    }

    private synchronized void begin(Route before) {
        route = before;
        started = true;
    }

    private static IceTerms fresh() {
        return new IceTerms(word(8), word(24), List.of(), false);
    }

    private Checks checks(IceTerms terms) {
        return new Checks(terms, RANDOM.nextLong(), transactions, this::send, System::nanoTime);
    }

    /**
     * The peer begins anew, so we do too: under another name, with the addresses that we have (RFC 8839, section 4.4.3). The way
     * before is taken until another one is found.
     */
    public synchronized void restart() {
        own = fresh();
        checks = checks(own);
    }

    private static String word(int letters) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            word.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    // ---- our addresses

    /** Runs it once all addresses are known, or a second is over; on any thread, or at once on this one. */
    public void whenReady(Runnable task) {
        ready.thenRun(task);
    }

    /** What we say to the peer, with all addresses that are known by now. */
    public synchronized IceTerms description() {
        return new IceTerms(own.fragment(), own.password(), candidates, false);
    }

    /** Where who knows nothing of all this may send to; empty if there is no address at all. */
    public synchronized Optional<InetSocketAddress> usual() {
        return candidates.stream().findFirst().map(Candidate::address);
    }

    /** Whether nothing may go to the peer but by the relay. */
    public boolean isHidden() {
        return wishes.relayOnly();
    }

    private boolean hasRelayAlone() {
        Relay place = relay;
        return wishes.relayOnly() && place != null && place.relayed().isPresent();
    }

    private void run() {
        try {
            gather();
        } catch (IOException | RuntimeException broken) {
            LOG.info("addresses for calls: {}", broken.toString());
        }
        ready.complete(null);
        boolean logged = false;
        while (!closed) {
            try {
                round();
            } catch (RuntimeException bug) {
                if (!logged) {
                    LOG.warn("The search for ways of a call is disturbed", bug);
                }
                logged = true;
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }

    private void round() {
        tick();
        if (System.nanoTime() - alive > KEEP_ALIVE_NANOS) {
            alive = System.nanoTime();
            keepAlive();
        }
    }

    private void gather() throws IOException {
        if (!wishes.relayOnly()) {
            hosts();
        }
        wishes.stun().flatMap(IceAgent::resolved).ifPresent(this::askStun);
        wishes.turn().flatMap(IceAgent::resolved).ifPresent(this::askRelay);
        if (reads) {
            socket.setSoTimeout(READ_MILLIS);
        }
        DatagramPacket packet = new DatagramPacket(new byte[LONGEST], LONGEST);
        while (isLooking() && !ready.isDone()) {
            read(packet);
            tick();
        }
        if (reads) {
            socket.setSoTimeout(0);
        }
    }

    private synchronized boolean isLooking() {
        return !closed && !transactions.isEmpty();
    }

    private void read(DatagramPacket packet) throws IOException {
        if (!reads) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(READ_MILLIS));
            return;
        }
        try {
            packet.setLength(LONGEST);
            socket.receive(packet);
            came(packet.getData(), packet.getLength(), (InetSocketAddress) packet.getSocketAddress());
        } catch (java.net.SocketTimeoutException nothing) {
            LOG.trace("nothing came", nothing);
        }
    }

    private synchronized void hosts() {
        for (InetAddress address : Hosts.rather(local)) {
            int place = candidates.size();
            candidates.add(new Candidate(
                    "h" + place,
                    Priority.of(Priority.HOST, place),
                    new InetSocketAddress(address, socket.getLocalPort()),
                    "host"));
        }
    }

    private static Optional<InetSocketAddress> resolved(Traversal.Server server) {
        try {
            InetAddress[] all = InetAddress.getAllByName(server.host());
            InetAddress first = Arrays.stream(all)
                    .filter(Inet4Address.class::isInstance)
                    .findFirst()
                    .orElse(all[0]);
            return Optional.of(new InetSocketAddress(first, server.port()));
        } catch (UnknownHostException nowhere) {
            LOG.info("{} is not known", server.host());
            return Optional.empty();
        }
    }

    private synchronized void askStun(InetSocketAddress server) {
        stun = server;
        StunMessage request = StunMessage.fresh(StunMessage.BINDING);
        byte[] data = request.write();
        transactions.begin(
                request,
                new Transactions.Wait(
                        () -> transmit(data, server),
                        (answer, from) -> from.equals(new Route(false, server)),
                        answer -> answer.address(StunMessage.MAPPED).ifPresent(this::seenAs),
                        () -> LOG.info("{} does not answer", server)));
    }

    private synchronized void seenAs(InetSocketAddress mapped) {
        boolean known = candidates.stream().anyMatch(one -> one.address().equals(mapped));
        if (!known && !wishes.relayOnly()) {
            candidates.add(new Candidate("s", Priority.of(Priority.SERVER_REFLEXIVE, 0), mapped, "srflx"));
        }
    }

    private void askRelay(InetSocketAddress server) {
        char[] password = wishes.password().get().orElse(new char[0]);
        Relay place = new Relay(
                server,
                wishes.user(),
                new String(password),
                transactions,
                data -> transmit(data, server),
                System::nanoTime);
        Arrays.fill(password, ' ');
        synchronized (this) {
            relay = place;
            place.allocate(relayedBefore, mapped -> {
                mapped.ifPresent(this::seenAs);
                place.relayed().ifPresent(this::relayedAs);
            });
        }
    }

    private synchronized void relayedAs(InetSocketAddress address) {
        candidates.add(new Candidate("r", Priority.of(Priority.RELAYED, 0), address, "relay"));
    }

    // ---- the peer

    /** Looks for ways to this peer; goes on if it is the same one. */
    public synchronized void start(IceTerms peer, boolean controlling) {
        plain = null;
        started = true;
        Relay place = relay;
        boolean relayed = place != null && place.relayed().isPresent();
        checks.start(peer, controlling, !wishes.relayOnly(), relayed);
        peer.candidates().forEach(one -> permit(one.address()));
    }

    /** Only there; each host once, as each costs the relay a permission. */
    private void permit(InetSocketAddress address) {
        Relay place = relay;
        if (place != null && place.relayed().isPresent() && !place.permits(address.getAddress())) {
            place.permit(address.getAddress());
        }
    }

    /** The peer knows nothing of all this: it is reached at this address or not at all. */
    public synchronized void startPlain(InetSocketAddress peer) {
        if (hasRelayAlone()) {
            permit(peer);
            plain = new Route(true, peer);
        }
        started = plain != null;
    }

    /** Whether it is us who send; else the port itself does. */
    public boolean isStarted() {
        return started;
    }

    /** Whether the peer may be at this address. */
    public synchronized boolean knows(InetSocketAddress from) {
        Route to = plain;
        if (to != null) {
            return to.remote().getAddress().equals(from.getAddress());
        }
        Route before = route;
        return checks.knows(from) || (before != null && before.remote().equals(from));
    }

    /** Sends it the best way there is; without one yet only the newest records of a handshake are kept for it. */
    public void send(byte[] data) {
        Route now = plain != null ? plain : route;
        if (now != null) {
            send(now, data);
        } else if (data[0] >= FIRST_RECORD && data[0] <= LAST_RECORD) {
            keep(data);
        }
    }

    private synchronized void keep(byte[] record) {
        kept.add(record);
        if (kept.size() > MOST_KEPT) {
            kept.remove();
        }
    }

    private void found() {
        Route now = checks.route().orElse(null);
        route = now == null && !checks.isSettled() ? route : now;
        while (now != null && !kept.isEmpty()) {
            send(now, kept.remove());
        }
    }

    private void send(Route to, byte[] data) {
        Relay place = relay;
        if (!to.relayed()) {
            transmit(data, to.remote());
        } else if (place != null) {
            place.send(data, to.remote());
        }
    }

    private void transmit(byte[] data, InetSocketAddress to) {
        try {
            socket.send(new DatagramPacket(data, data.length, to));
        } catch (IOException | IllegalArgumentException unreachable) {
            LOG.trace("not sent", unreachable);
        }
    }

    /** A message of STUN came, of whoever it may be. What a relay passes on in it is given back, unless it is for us too. */
    public synchronized Optional<Passed> came(byte[] data, int length, InetSocketAddress from) {
        Optional<StunMessage> message = StunMessage.parse(data, length);
        Relay place = relay;
        if (message.isEmpty() || closed) {
            return Optional.empty();
        }
        if (place != null && place.isAt(from) && message.get().type() == StunMessage.DATA_CAME) {
            return passed(message.get());
        }
        take(message.get(), new Route(false, from));
        return Optional.empty();
    }

    private Optional<Passed> passed(StunMessage message) {
        byte[] data = message.get(StunMessage.DATA).orElse(new byte[0]);
        Optional<InetSocketAddress> from = message.address(StunMessage.PEER);
        Optional<StunMessage> inner = StunMessage.parse(data, data.length);
        if (inner.isPresent() && from.isPresent()) {
            take(inner.get(), new Route(true, from.get()));
            return Optional.empty();
        }
        return from.filter(any -> data.length > 0).map(peer -> new Passed(data, peer));
    }

    private void take(StunMessage message, Route from) {
        if (message.type() == StunMessage.BINDING) {
            // an answer straight from here would tell where we are
            if (from.relayed() || !isHidden()) {
                checks.asked(message, from);
            }
        } else {
            transactions.answered(message, from);
        }
        found();
    }

    private synchronized void tick() {
        transactions.tick();
        checks.tick();
        Relay place = relay;
        if (place != null) {
            place.tick();
        }
        found();
    }

    /** Routers on the way forget who is silent. */
    private synchronized void keepAlive() {
        byte[] here =
                StunMessage.fresh(StunMessage.BINDING | StunMessage.INDICATION).write();
        InetSocketAddress server = stun;
        if (server != null && !checks.isSelected()) {
            transmit(here, server);
        }
        Relay place = relay;
        if (place != null) {
            place.keepAlive(here);
        }
    }

    @Override
    public synchronized void close() {
        Relay place = relay;
        boolean first = !closed;
        closed = true;
        if (first && place != null) {
            try {
                place.close();
            } catch (RuntimeException bug) {
                LOG.warn("The place at the relay could not be given back", bug);
            }
        }
    }
}
