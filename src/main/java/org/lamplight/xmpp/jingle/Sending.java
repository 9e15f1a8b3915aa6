package org.lamplight.xmpp.jingle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.lamplight.chat.files.FileCarrier;
import org.lamplight.xmpp.http.Refused;

/** A file that we offer, and send once the peer says yes. */
final class Sending extends JingleSession {
    private static final Duration CONFIRM = Duration.ofSeconds(60);
    private static final String CONTENT = "file";

    private final FileCarrier.Outgoing out;
    private final FileCarrier.Progress progress;
    private final Taker taker;
    private final String own;
    private final AtomicLong handed = new AtomicLong();

    Sending(Means means, Taker taker, String sid, FileCarrier.Outgoing out, FileCarrier.Progress progress) {
        super(means, taker.address(), sid);
        this.taker = taker;
        this.out = out;
        this.progress = progress;
        Jid user = means.requests().own();
        this.own = user == null ? "" : user.toString();
    }

    @Override
    String initiator() {
        return own;
    }

    @Override
    String responder() {
        return peer.toString();
    }

    @Override
    String content() {
        return CONTENT;
    }

    void begin() {
        work(this::offer);
    }

    private void offer() throws IOException {
        FileHash hash;
        Instant changed;
        try {
            hash = FileHash.of(out.file());
            changed = Files.getLastModifiedTime(out.file()).toInstant();
        } catch (IOException e) {
            throw new Refused(TEXTS.get("file.unreadable", out.name()), false);
        }
        String stream = Ids.fresh();
        SocketWay sockets = taker.sockets() ? keep(means.sockets().way(this, stream, List.of())) : null;
        StandardExtensionElement way = sockets == null ? InBand.element(stream, InBand.BLOCK) : sockets.element(true);
        Words offer = words(Words.INITIATE)
                .describing(Offer.describe(out, changed, hash))
                .by(way);
        tell(offer).whenComplete((taken, refused) -> {
            if (refused == null) {
                progress.direct();
            } else {
                fail("general-error", "peer.unreached");
            }
        });
        signals.accepted.thenAccept(accepted -> work(() -> send(output(accepted.transport(), sockets))));
    }

    private OutputStream output(@Nullable StandardExtensionElement answer, @Nullable SocketWay sockets)
            throws IOException {
        if (sockets == null || answer == null || !Sockets.is(answer)) {
            return inBand(answer);
        }
        Optional<Socket> socket = sockets.connect(answer, true);
        sockets.close();
        return socket.isPresent() ? new SocketOutput(keep(socket.get())) : fallBack();
    }

    /** No socket was found: what always works is slow. */
    private OutputStream fallBack() throws IOException {
        if (!taker.inBand()) {
            throw new Refused(TEXTS.get("line.none", name()), false);
        }
        say(words(Words.REPLACE).by(InBand.element(Ids.fresh(), InBand.BLOCK)));
        Words answer = await(signals.replaced, ANSWER);
        if (answer.action().equals(Words.REPLACE_REJECT)) {
            throw new Refused(TEXTS.get("line.none", name()), false);
        }
        return inBand(answer.transport());
    }

    private void send(OutputStream opened) throws IOException {
        OutputStream bytes = keep(opened);
        try (InputStream file = Files.newInputStream(out.file())) {
            long done = copy(file, out.size(), (piece, count) -> {
                handed.addAndGet(count);
                bytes.write(piece, 0, count);
                progress.moved(moved.get() + count, out.size());
            });
            if (done < out.size()) {
                throw new Refused(TEXTS.get("file.changed", out.name()), false);
            }
        }
        bytes.flush();
        bytes.close();
        means.clock()
                .schedule(
                        () -> fail("timeout", "peer.unconfirmed"),
                        CONFIRM.toMillis(),
                        java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    private OutputStream inBand(@Nullable StandardExtensionElement transport) throws IOException {
        if (!InBand.is(transport)) {
            throw new Refused(TEXTS.get("peer.unable", name()), false);
        }
        goesInBand();
        int block = Math.min(InBand.BLOCK, InBand.block(Objects.requireNonNull(transport)));
        return means.inBand().open(peer, Words.attribute(transport, "sid"), block);
    }

    @Override
    void finishedByPeer() {
        if (handed.get() == out.size()) {
            done();
        } else {
            result.completeExceptionally(new Refused(TEXTS.get("peer.ended", name()), false));
        }
    }
}
