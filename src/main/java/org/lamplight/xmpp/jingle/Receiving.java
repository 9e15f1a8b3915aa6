package org.lamplight.xmpp.jingle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.lamplight.chat.files.FileCarrier;
import org.lamplight.xmpp.http.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that a peer offers; nothing is opened or answered before the user wants it. As many bytes as were promised are read,
 * and no more; what does not match the hash is not kept.
 */
final class Receiving extends JingleSession {
    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);
    private static final Duration CHECKSUM = Duration.ofSeconds(5);

    private final Words initiation;
    private final Offer offer;
    private final Standing standing;
    private boolean taken;

    Receiving(Means means, Jid peer, Standing standing, Words initiation, Offer offer) {
        super(means, peer, initiation.sid(), "taking");
        this.standing = standing;
        this.initiation = initiation;
        this.offer = offer;
        begin(() -> {});
    }

    /** Whether bytes can come this way. */
    static boolean isWay(@Nullable StandardExtensionElement transport) {
        return InBand.is(transport) || Sockets.is(transport);
    }

    Offer offer() {
        return offer;
    }

    Standing standing() {
        return standing;
    }

    @Override
    String initiator() {
        return peer.toString();
    }

    @Override
    String responder() {
        Jid own = means.requests().own();
        return own == null ? "" : own.toString();
    }

    @Override
    String content() {
        return initiation.name();
    }

    /** The user wants it. Once. */
    void take(Path into, long most, FileCarrier.Progress progress) {
        synchronized (this) {
            if (taken) {
                throw refusedFor("twice", offer.name());
            }
            taken = true;
        }
        if (offer.size() > most) {
            fail("general-error", refusedFor("large", offer.name()));
            return;
        }
        progress.direct();
        work(() -> receive(into, progress));
    }

    @Override
    synchronized boolean isAgreed() {
        return taken;
    }

    private void receive(Path into, FileCarrier.Progress progress) throws IOException {
        FileHash hash = offer.hash();
        MessageDigest digest = hash == null ? null : hash.digest();
        InputStream bytes = keep(stream());
        try (OutputStream file = opened(into)) {
            long done = new Copying(this).run(bytes, offer.size(), (piece, count) -> {
                write(file, piece, count);
                if (digest != null) {
                    digest.update(piece, 0, count);
                }
                progress.moved(moved.get() + count, offer.size());
            });
            if (done < offer.size()) {
                throw new EOFException("only " + done + " of " + offer.size() + " bytes came");
            }
        }
        check(hash, digest);
        done();
    }

    private OutputStream opened(Path into) {
        try {
            return Files.newOutputStream(into, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw diskFailed(e);
        }
    }

    private void write(OutputStream file, byte[] piece, int count) {
        try {
            file.write(piece, 0, count);
        } catch (IOException e) {
            throw diskFailed(e);
        }
    }

    private Refused diskFailed(IOException cause) {
        LOG.warn("A file could not be written", cause);
        return refused("disk");
    }

    private InputStream stream() throws IOException {
        StandardExtensionElement transport = Objects.requireNonNull(initiation.transport());
        if (InBand.is(transport)) {
            return inBand(transport, words(Words.ACCEPT).describing(offer.description()));
        }
        String stream = Words.attribute(transport, "sid");
        SocketWay sockets = keep(means.sockets().way(this, stream, Candidate.read(transport)));
        say(words(Words.ACCEPT).describing(offer.description()).by(sockets.element(false)));
        Optional<Socket> socket = sockets.connect(transport, false);
        sockets.close();
        return socket.isPresent() ? keep(socket.get()).getInputStream() : fallBack();
    }

    private InputStream inBand(StandardExtensionElement transport, Words answer) {
        goesInBand();
        String stream = Words.attribute(transport, "sid");
        int block = InBand.block(transport);
        InputStream bytes = keep(means.inBand().expect(peer, stream, block));
        say(answer.by(InBand.element(stream, block)));
        return bytes;
    }

    /** No socket was found; who offers the file says what else there is. */
    private InputStream fallBack() {
        StandardExtensionElement other = await(signals.replacing, ANSWER).transport();
        if (other == null || !InBand.is(other)) {
            say(words(Words.REPLACE_REJECT));
            throw refused("none");
        }
        return inBand(other, words(Words.REPLACE_ACCEPT));
    }

    private void check(@Nullable FileHash told, @Nullable MessageDigest digest) {
        if (told == null || digest == null) {
            return;
        }
        FileHash hash = told;
        if (hash.value().isEmpty()) {
            try {
                hash = await(signals.checksum, CHECKSUM);
            } catch (Refused never) {
                // Some programs promise a hash and forget it
                return;
            }
        }
        if (hash.algorithm().equals(told.algorithm()) && !hash.isOf(digest.digest())) {
            fail("media-error", "broken");
        }
    }

    /** Of some programs the sender says so, as soon as all was sent: it may be on its way still. */
    @Override
    void finishedByPeer() {
        if (!isAgreed()) {
            endedByPeer("ended");
        }
    }
}
