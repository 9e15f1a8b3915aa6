package org.lamplight.office.sip.media;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sound of one call (RTP, RFC 3550): what it plays, or sends back. Thread-safe. */
public final class SoundPort implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SoundPort.class);
    private static final int HEADER = 12;
    private static final int LARGEST = 2_048;
    private static final int SSRC_AT = 8;

    private final DatagramChannel rtp;
    private final DatagramChannel rtcp;
    private final int port;
    private final boolean echoes;
    private final Consumer<SoundPort> ended;
    private final Answers answers;
    private final int ssrc = ThreadLocalRandom.current().nextInt();
    private final AtomicLong heard = new AtomicLong();
    private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
    private volatile @Nullable Agreement agreement;
    private volatile @Nullable Sound sound;
    private volatile @Nullable InetSocketAddress latched;
    private int sequence = ThreadLocalRandom.current().nextInt(1 << 15);
    private int timestamp = ThreadLocalRandom.current().nextInt();
    private boolean marked;

    SoundPort(DatagramChannel rtp, DatagramChannel rtcp, int port, boolean echoes, Consumer<SoundPort> ended) {
        this.rtp = rtp;
        this.rtcp = rtcp;
        this.port = port;
        this.echoes = echoes;
        this.ended = ended;
        this.answers = new Answers(port, echoes);
    }

    /** What it plays from now on; null for silence without packets. */
    public void play(@Nullable Sound newSound) {
        sound = newSound;
    }

    /** How many packets of the agreed kinds have come. */
    public long heard() {
        return heard.get();
    }

    /** Our offer. On the server's thread, as all that follows. */
    public String offer() {
        return answers.offer();
    }

    /** Takes an offer and answers it; null if there is nothing in it for us, and then all stays as it was. */
    public @Nullable String answer(String offer) {
        Description theirs = Description.parse(offer);
        Agreement agreed = answers.agree(theirs);
        if (theirs == null || agreed == null) {
            return null;
        }
        use(agreed);
        return answers.answer(theirs, agreed);
    }

    /** Takes the answer to our offer; false if there is nothing in it for us. */
    public boolean answered(String answer) {
        Agreement agreed = answers.agree(Description.parse(answer));
        if (agreed != null) {
            use(agreed);
        }
        return agreed != null;
    }

    private void use(Agreement agreed) {
        Agreement before = agreement;
        if (before == null || agreed.peer() == null || !agreed.peer().equals(before.peer())) {
            latched = null;
        }
        agreement = agreed;
    }

    /** Sends the next 20 ms, if there is something to send. On the sound's thread. */
    void tick() {
        Sound playing = sound;
        Agreement agreed = agreement;
        Law law = agreed == null ? null : agreed.law();
        if (playing == null || agreed == null || law == null) {
            return;
        }
        timestamp += Sound.FRAME;
        if (!agreed.sends()) {
            marked = false;
            return;
        }
        send(packet(agreed, law.of(frame(playing))), agreed);
        marked = true;
    }

    private static short[] frame(Sound playing) {
        short[] frame = new short[Sound.FRAME];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (short) (playing.next() * Short.MAX_VALUE);
        }
        return frame;
    }

    private ByteBuffer packet(Agreement agreed, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(HEADER + payload.length);
        packet.put((byte) 0x80).put((byte) ((marked ? 0 : 0x80) | agreed.payloadType()));
        packet.putShort((short) sequence++).putInt(timestamp).putInt(ssrc).put(payload);
        return packet.flip();
    }

    private void send(ByteBuffer packet, Agreement agreed) {
        InetSocketAddress seen = latched;
        InetSocketAddress peer = seen == null ? agreed.peer() : seen;
        if (peer == null) {
            return;
        }
        try {
            rtp.send(packet, peer);
        } catch (IOException e) {
            LOG.trace("a packet was not sent", e);
        }
    }

    /** Takes all that has come. On the sound's thread. */
    void read() throws IOException {
        buffer.clear();
        InetSocketAddress from = (InetSocketAddress) rtp.receive(buffer);
        while (from != null) {
            buffer.flip();
            take(buffer, from);
            buffer.clear();
            from = (InetSocketAddress) rtp.receive(buffer);
        }
    }

    private void take(ByteBuffer packet, InetSocketAddress from) {
        Agreement agreed = agreement;
        boolean valid = packet.remaining() >= HEADER && (packet.get(0) & 0xC0) == 0x80;
        if (agreed == null || !valid || !agreed.has(packet.get(1) & 0x7F)) {
            return;
        }
        heard.incrementAndGet();
        if (latched == null) {
            latched = from;
        }
        if (echoes && agreed.sends() && from.equals(latched)) {
            // one's own source coming back would be a loop (RFC 3550 section 8.2)
            packet.putInt(SSRC_AT, ssrc);
            send(packet, agreed);
        }
    }

    /** Reads what nobody wants. */
    static void drain(DatagramChannel channel) throws IOException {
        ByteBuffer ignored = ByteBuffer.allocate(LARGEST);
        while (channel.receive(ignored) != null) {
            ignored.clear();
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            rtp.close();
            rtcp.close();
        } catch (IOException e) {
            LOG.debug("could not be closed", e);
        }
        ended.accept(this);
    }
}
