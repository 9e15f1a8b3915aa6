package org.lamplight.media.ice;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A place at a relay (RFC 8656): an address there, and what is passed on to it and from it. Guarded by its agent. */
final class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int UDP = 17;
    private static final long SECOND = 1_000_000_000L;
    private static final long PERMITTED_NANOS = 240 * SECOND;
    private static final int MOST_PROOFS = 3;
    /** The port has a place there already (RFC 8656, section 19). */
    private static final int MISMATCH = 437;

    private static final int USUAL_SECONDS = 600;
    /** Of a realm or a nonce, in octets (RFC 8489, sections 14.9 and 14.10). */
    private static final int LONGEST = 763;

    private final InetSocketAddress server;
    private final String user;
    private final String password;
    private final Transactions transactions;
    private final Consumer<byte[]> network;
    private final LongSupplier nanoTime;
    private final Map<InetAddress, Long> permitted = new HashMap<>();

    private String realm = "";
    private byte[] nonce = {};
    private byte[] key = {};
    private @Nullable InetSocketAddress relayed;
    private long refreshDue;
    private int refusal;

    /** What somebody else needs to go on with a place from the same port. */
    static final class Place {
        private final InetSocketAddress relayed;
        private final String realm;
        private final byte[] nonce;
        private final byte[] key;
        private final Map<InetAddress, Long> permitted;

        private Place(InetSocketAddress relayed, Relay of) {
            this.relayed = relayed;
            this.realm = of.realm;
            this.nonce = of.nonce;
            this.key = of.key;
            this.permitted = Map.copyOf(of.permitted);
        }
    }

    Relay(
            InetSocketAddress server,
            String user,
            String password,
            Transactions transactions,
            Consumer<byte[]> network,
            LongSupplier nanoTime) {
        this.server = server;
        this.user = user;
        this.password = password;
        this.transactions = transactions;
        this.network = network;
        this.nanoTime = nanoTime;
    }

    boolean isAt(InetSocketAddress from) {
        return from.equals(server);
    }

    /** Our address there, once there is one. */
    Optional<InetSocketAddress> relayed() {
        return Optional.ofNullable(relayed);
    }

    /** Empty: we have none. */
    Optional<Place> place() {
        return relayed().map(address -> new Place(address, this));
    }

    /**
     * Asks for an address; then tells ours as the relay sees it, or nothing.
     *
     * @param before what was had from this port; it is gone on with where the relay sees us come from where it was had
     */
    void allocate(Optional<Place> before, Consumer<Optional<InetSocketAddress>> done) {
        ask(
                StunMessage.ALLOCATE,
                request -> request.with(StunMessage.TRANSPORT, (byte) UDP, (byte) 0, (byte) 0, (byte) 0),
                answer -> {
                    if (answer.isEmpty() && refusal == MISMATCH && before.isPresent()) {
                        goOn(before.get(), done);
                        return;
                    }
                    relayed = answer.flatMap(one -> one.address(StunMessage.RELAYED))
                            .orElse(null);
                    answer.ifPresent(this::lives);
                    done.accept(answer.flatMap(one -> one.address(StunMessage.MAPPED)));
                });
    }

    private void goOn(Place before, Consumer<Optional<InetSocketAddress>> done) {
        realm = before.realm;
        nonce = before.nonce;
        key = before.key;
        refresh(USUAL_SECONDS, answer -> {
            if (answer.isPresent()) {
                relayed = before.relayed;
                permitted.putAll(before.permitted);
            }
            done.accept(Optional.empty());
        });
    }

    private void lives(StunMessage answer) {
        long seconds = answer.has(StunMessage.LIFETIME) ? answer.number(StunMessage.LIFETIME) : USUAL_SECONDS;
        refreshDue = nanoTime.getAsLong() + Math.max(20, seconds / 2) * SECOND;
    }

    /** Lets a host send to us; asked again as long as we want it. */
    void permit(InetAddress host) {
        permitted.put(host, nanoTime.getAsLong() + PERMITTED_NANOS);
        InetSocketAddress any = new InetSocketAddress(host, 0);
        ask(StunMessage.PERMISSION, request -> request.with(StunMessage.PEER, any), answer -> {
            if (answer.isEmpty()) {
                LOG.debug("the relay passes nothing on to {}", host);
            }
        });
    }

    boolean permits(InetAddress host) {
        return permitted.containsKey(host);
    }

    void tick() {
        long now = nanoTime.getAsLong();
        if (relayed == null) {
            return;
        }
        if (now - refreshDue >= 0) {
            refreshDue = now + USUAL_SECONDS * SECOND;
            refresh(USUAL_SECONDS, answer -> {});
        }
        permitted.entrySet().stream()
                .filter(entry -> now - entry.getValue() >= 0)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::permit);
    }

    private void refresh(int seconds, Consumer<Optional<StunMessage>> done) {
        ask(StunMessage.REFRESH, request -> request.with(StunMessage.LIFETIME, seconds, 4), answer -> {
            answer.ifPresent(this::lives);
            done.accept(answer);
        });
    }

    /** Gives the place back. */
    void close() {
        if (relayed != null) {
            refresh(0, answer -> {});
            relayed = null;
        }
    }

    /** From any thread. */
    void send(byte[] data, InetSocketAddress to) {
        network.accept(StunMessage.fresh(StunMessage.SEND)
                .with(StunMessage.PEER, to)
                .with(StunMessage.DATA, data)
                .write());
    }

    void keepAlive(byte[] indication) {
        network.accept(indication);
    }

    private void ask(int method, UnaryOperator<StunMessage> filled, Consumer<Optional<StunMessage>> done) {
        ask(method, filled, done, MOST_PROOFS);
    }

    /** What the server asks for first is who we are (RFC 8489, section 9.2). */
    private void ask(int method, UnaryOperator<StunMessage> filled, Consumer<Optional<StunMessage>> done, int proofs) {
        StunMessage request = filled.apply(StunMessage.fresh(method));
        byte[] data = key.length == 0
                ? request.write()
                : request.with(StunMessage.USERNAME, user)
                        .with(StunMessage.REALM, realm)
                        .with(StunMessage.NONCE, nonce)
                        .write(key);
        Consumer<StunMessage> answered = answer -> {
            int code = answer.errorCode();
            if ((code == 401 || code == 438) && proofs > 0 && challenged(answer, code)) {
                ask(method, filled, done, proofs - 1);
            } else {
                boolean good = answer.type() == (method | StunMessage.SUCCESS);
                refusal = good ? 0 : code;
                LOG.debug("the relay answers {} to {}", good ? "yes" : code, method);
                done.accept(good ? Optional.of(answer) : Optional.empty());
            }
        };
        transactions.begin(
                request,
                new Transactions.Wait(
                        () -> network.accept(data),
                        (answer, from) -> !from.relayed() && isAt(from.remote()),
                        answered,
                        () -> done.accept(Optional.empty())));
    }

    /** Whether there is something new to prove: the same password is not offered twice. */
    private boolean challenged(StunMessage answer, int code) {
        if (!fits(answer, StunMessage.REALM) || !fits(answer, StunMessage.NONCE)) {
            return false;
        }
        boolean first = key.length == 0;
        realm = answer.has(StunMessage.REALM) ? answer.text(StunMessage.REALM) : realm;
        nonce = answer.get(StunMessage.NONCE).orElse(nonce);
        key = longTermKey();
        return first || code == 438;
    }

    private static boolean fits(StunMessage answer, int attribute) {
        return answer.get(attribute).filter(value -> value.length > LONGEST).isEmpty();
    }

    private byte[] longTermKey() {
        try {
            return MessageDigest.getInstance("MD5")
                    .digest((user + ":" + realm + ":" + password).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has MD5, which STUN asks for", impossible);
        }
    }
}
