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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.lamplight.chat.files.FileCarrier;

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
        super(means, taker.address(), sid, "sending");
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

    @Override
    boolean isAgreed() {
        return signals.accepted.isDone();
    }

    void begin() {
        work(this::offer);
    }

    private void offer() throws IOException {
        FileHash hash;
        Instant changed;
        try {
            hash = FileHash.of(out.file(), result::isDone);
            changed = Files.getLastModifiedTime(out.file()).toInstant();
        } catch (IOException e) {
            throw refusedFor("unreadable", out.name());
        }
        String stream = JingleFiles.freshId();
        SocketWay sockets = taker.sockets() ? keep(means.sockets().way(this, stream, List.of())) : null;
        StandardExtensionElement way = sockets == null ? InBand.element(stream, InBand.BLOCK) : sockets.element(true);
        Words offer = words(Words.INITIATE)
                .describing(Offer.describe(out, changed, hash))
                .by(way);
        signals.accepted.thenAccept(accepted -> work(() -> send(output(accepted.transport(), sockets))));
        begin(() -> tell(offer).whenComplete((taken, refused) -> {
            if (refused == null) {
                progress.direct();
            } else {
                fail("general-error", "unreached");
            }
        }));
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
            throw refused("none");
        }
        say(words(Words.REPLACE).by(InBand.element(JingleFiles.freshId(), InBand.BLOCK)));
        Words answer = await(signals.replaced, ANSWER);
        if (answer.action().equals(Words.REPLACE_REJECT)) {
            throw refused("none");
        }
        return inBand(answer.transport());
    }

    private void send(OutputStream opened) throws IOException {
        OutputStream bytes = keep(opened);
        try (InputStream file = opened()) {
            long done = new Copying(this).run(file, out.size(), (piece, count) -> {
                handed.addAndGet(count);
                bytes.write(piece, 0, count);
                progress.moved(moved.get() + count, out.size());
            });
            if (done < out.size()) {
                throw refusedFor("changed", out.name());
            }
        }
        bytes.flush();
        bytes.close();
        means.clock().schedule(() -> fail("timeout", "unconfirmed"), CONFIRM.toMillis(), TimeUnit.MILLISECONDS);
    }

    private InputStream opened() {
        try {
            return Files.newInputStream(out.file());
        } catch (IOException e) {
            throw refusedFor("unreadable", out.name());
        }
    }

    private OutputStream inBand(@Nullable StandardExtensionElement transport) throws IOException {
        if (!InBand.is(transport)) {
            throw refused("unable");
        }
        goesInBand();
        int block = Math.min(InBand.BLOCK, InBand.block(Objects.requireNonNull(transport)));
        return means.inBand().open(peer, Words.attribute(transport, "sid"), block);
    }

    @Override
    void finishedByPeer() {
        if (handed.get() == out.size()) {
            confirmed();
        } else {
            endedByPeer("ended");
        }
    }
}
