package org.lamplight.lab;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.AudioDevices;
import org.lamplight.call.CallTone;
import org.lamplight.call.MediaEngine;
import org.lamplight.call.MediaListener;
import org.lamplight.call.MediaReport;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.MediaSession;
import org.lamplight.call.MediaWishes;
import org.lamplight.call.VoiceWishes;

/**
 * The other side of the port for media in tests of signalling: real descriptions (PCMU alone) over one real port each, and no
 * sound at all. It keeps what it opened, so that a test can see that everything was closed.
 */
public final class SdpOnlyMedia implements MediaEngine {
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private volatile boolean keysWithSound;
    private volatile String more = "";
    private final AtomicInteger unknown = new AtomicInteger();

    /** Each description says so much more, in octets, that means nothing. */
    public void longer(int octets) {
        more = "a=x-more:" + "x".repeat(octets) + "\r\n";
    }

    /** So many offers fail: it is not known yet how we are reached. */
    public void unknown(int offers) {
        unknown.set(offers);
    }

    public void keysWithSound(boolean on) {
        keysWithSound = on;
    }

    @Override
    public Session open(MediaWishes wishes, MediaListener listener) throws IOException {
        Session session = new Session(wishes.local());
        sessions.add(session);
        return session;
    }

    public List<Session> sessions() {
        return sessions;
    }

    public long open() {
        return sessions.stream().filter(session -> !session.closed).count();
    }

    @Override
    public void prepare() {}

    @Override
    public void clean(VoiceWishes wishes) {}

    @Override
    public Playing listen(DoubleConsumer loudness) {
        return () -> {};
    }

    @Override
    public AudioDevices devices() {
        throw new UnsupportedOperationException("there are none");
    }

    @Override
    public Playing play(CallTone tone) {
        return () -> {};
    }

    @Override
    public void close() {}

    /** One call's. */
    public final class Session implements MediaSession {
        private DatagramSocket socket;
        private final StringBuffer keys = new StringBuffer();
        private String last = "";
        private int version;
        private boolean hold;
        private volatile boolean heldByPeer;
        private volatile boolean closed;
        private volatile boolean muted;

        Session(InetAddress local) throws IOException {
            socket = new DatagramSocket(new InetSocketAddress(local, 0));
        }

        @Override
        public void move(InetAddress local, boolean cutOff) throws IOException {
            if (!socket.getLocalAddress().equals(local)) {
                DatagramSocket before = socket;
                socket = new DatagramSocket(new InetSocketAddress(local, 0));
                before.close();
            }
        }

        public String keys() {
            return keys.toString();
        }

        public boolean muted() {
            return muted;
        }

        private String description(String direction) {
            String place = socket.getLocalAddress().getHostAddress();
            String body = "s=-\r\nc=IN IP4 " + place + "\r\nt=0 0\r\nm=audio " + socket.getLocalPort()
                    + " RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\na=" + direction + "\r\n"
                    + more;
            if (!body.equals(last)) {
                version++;
                last = body;
            }
            return "v=0\r\no=- 77 " + version + " IN IP4 " + place + "\r\n" + body;
        }

        @Override
        public String offer() throws IOException {
            if (unknown.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IOException("the relay gave no address");
            }
            return description(hold ? "sendonly" : "sendrecv");
        }

        @Override
        public String answer(String offer) throws Unacceptable {
            take(offer);
            boolean silent = offer.contains("a=inactive");
            return description(
                    silent || (heldByPeer && hold)
                            ? "inactive"
                            : heldByPeer ? "recvonly" : hold ? "sendonly" : "sendrecv");
        }

        @Override
        public void accept(String answer) throws Unacceptable {
            take(answer);
            if (hold) {
                heldByPeer = answer.contains("a=inactive") || answer.contains("a=sendonly");
            }
        }

        private void take(String description) throws Unacceptable {
            if (!description.matches("(?s).*m=audio [1-9]\\d* RTP/AVP( \\d+)* 0\\b.*")) {
                throw new Unacceptable("nothing in common");
            }
            heldByPeer = description.contains("a=sendonly")
                    || description.contains("a=inactive")
                    || description.contains("c=IN IP4 0.0.0.0");
        }

        @Override
        public void takeBack() {}

        @Override
        public void hold(boolean on) {
            hold = on;
        }

        @Override
        public boolean isHeldByPeer() {
            return heldByPeer;
        }

        @Override
        public boolean press(char key) {
            if (keysWithSound) {
                keys.append(key);
            }
            return keysWithSound;
        }

        @Override
        public void mute(boolean on) {
            muted = on;
        }

        @Override
        public void confer(@Nullable String conference) {}

        @Override
        public void record(Path file) {}

        @Override
        public MediaReport report() {
            return new MediaReport("pcmu/8000", MediaSecurity.NONE, 0, -1, 0, -1, 4.4, 0);
        }

        @Override
        public void close() {
            closed = true;
            socket.close();
        }
    }
}
