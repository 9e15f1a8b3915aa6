package org.lamplight.media.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.AudioDevices.Use;
import org.lamplight.call.MediaListener;
import org.lamplight.call.MediaReport;
import org.lamplight.call.MediaSession;
import org.lamplight.call.MediaWishes;
import org.lamplight.media.device.DeviceChoice;
import org.lamplight.media.ice.IceAgent;
import org.lamplight.media.sdp.CryptoAttribute;
import org.lamplight.media.sdp.Direction;
import org.lamplight.media.sdp.Fingerprint;
import org.lamplight.media.sdp.LocalAudio;
import org.lamplight.media.sdp.LocalDtls;
import org.lamplight.media.sdp.NegotiatedAudio;
import org.lamplight.media.session.RtpPorts;
import org.lamplight.media.session.RtpSession;
import org.lamplight.media.session.SessionFigures;
import org.lamplight.media.session.SessionListener;
import org.lamplight.media.tone.Dtmf;

/** The sound of one call: its negotiation, its RTP session from the first agreement on, and what it speaks from and into. */
final class CallSound implements MediaSession, Playout.Part {
    /** Long enough for every exchange to hear, short enough for quick fingers. */
    private static final int KEY_MILLIS = 100;

    private static final int NOTE_EVERY = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Studio studio;
    private final MediaListener listener;
    private final boolean signalledInSecret;
    private final RtpPorts ports;
    private final LocalAudio local;
    private final Negotiation negotiation;
    private final Speaking speaking;
    private final SpeakSource source;
    private final Listening listening;
    private final Conferring conferring;
    private final RecentLoss loss = new RecentLoss();

    private volatile @Nullable RtpSession rtp;
    private volatile @Nullable Recording recording;
    private @Nullable NegotiatedAudio inForce;
    private boolean closed;
    /** Whether our ways are in a description. */
    private boolean told;
    /** Belongs to the playing thread. */
    private int frames;

    CallSound(MediaWishes wishes, MediaListener listener, Studio studio) throws IOException {
        this.studio = studio;
        this.listener = listener;
        this.signalledInSecret = wishes.signalledInSecret();
        this.ports = wishes.traversal().isPresent()
                ? RtpPorts.openWays(wishes.local(), wishes.traversal().get())
                : RtpPorts.openAs(wishes.local());
        this.local = new LocalAudio(
                        numeric(wishes.local()), ports.port(), Codecs.named(wishes.codecs()), Direction.SENDRECV, true)
                .keyed(CryptoAttribute.fresh(RANDOM))
                .shaking(new LocalDtls(Fingerprint.of(studio.identity().certificate()), true))
                .offering(wishes.security(), wishes.required())
                .suppressing(wishes.suppressSilence());
        this.negotiation = new Negotiation(local, RANDOM.nextInt(Integer.MAX_VALUE));
        this.speaking = new Speaking(this::sent, listener::speaksMuted);
        this.conferring = new Conferring(studio.mixer(), speaking);
        this.source = new SpeakSource(studio.microphone(), speaking);
        this.listening = new Listening(wishes.callId(), studio.disk());
    }

    /** Without the interface of a link-local address, which means nothing elsewhere. */
    private static String numeric(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    @Override
    public void whenReady(Runnable task) {
        ports.agent().ifPresentOrElse(agent -> agent.whenReady(task), task);
    }

    /** What is known of ways to us by now goes into the first description and stays. */
    private void tellWays() throws IOException {
        if (!told && ports.agent().isPresent()) {
            negotiation.reached(ways(ports.agent().get()));
        }
        told = true;
    }

    /** Who may be reached by the relay alone, which gave nothing, is not reached: our own address stays unsaid. */
    private LocalAudio ways(IceAgent agent) throws IOException {
        InetSocketAddress usual = agent.usual().orElseThrow(() -> new IOException("the relay gave no address"));
        return local.reached(agent.description(), numeric(usual.getAddress()), usual.getPort());
    }

    @Override
    public synchronized String offer() throws IOException {
        requireOpen();
        tellWays();
        return negotiation.offer();
    }

    @Override
    public synchronized String answer(String offer) throws Unacceptable, IOException {
        requireOpen();
        tellWays();
        String answer = negotiation.answer(offer);
        goByIt();
        return answer;
    }

    @Override
    public synchronized void accept(String answer) throws Unacceptable, IOException {
        requireOpen();
        negotiation.accept(answer);
        goByIt();
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("the session is closed");
        }
    }

    private void goByIt() throws IOException {
        NegotiatedAudio audio = negotiation.agreed().orElseThrow();
        RtpSession session = rtp;
        // whoever holds whom: what the peer is not to hear is not recorded either
        speaking.hold(negotiation.holding() || !audio.direction().sends());
        conferring.apart(negotiation.holding() || negotiation.heldByPeer());
        if (session == null) {
            rtp = new RtpSession(ports, audio, Optional.of(studio.identity()), speaking, heard());
            choose(Use.SPEAK);
            choose(Use.LISTEN);
            studio.playout().add(Use.LISTEN, this);
        } else if (!audio.equals(inForce)) {
            session.change(audio);
        }
        inForce = audio;
    }

    private SessionListener heard() {
        return new SessionListener() {
            @Override
            public void keyPressed(Dtmf key) {
                listener.keyPressed(key.key());
            }

            @Override
            public void unproven() {
                listener.unproven();
            }
        };
    }

    /** Another device was chosen. */
    synchronized void choose(Use use) {
        if (rtp == null || closed) {
            return;
        }
        DeviceChoice device = new DeviceChoice(studio.devices().chosen(use));
        if (use == Use.SPEAK) {
            source.choose(device);
        } else if (use == Use.LISTEN) {
            listening.choose(device);
        }
    }

    @Override
    public synchronized void takeBack() {
        negotiation.takeBack();
    }

    @Override
    public synchronized void hold(boolean on) {
        negotiation.hold(on);
    }

    @Override
    public synchronized boolean isHeldByPeer() {
        return negotiation.heldByPeer();
    }

    @Override
    public boolean press(char key) {
        RtpSession session = rtp;
        return session != null
                && Dtmf.of(key).filter(one -> session.press(one, KEY_MILLIS)).isPresent();
    }

    @Override
    public void mute(boolean on) {
        speaking.mute(on);
    }

    @Override
    public void confer(@Nullable String conference) {
        conferring.join(conference);
    }

    @Override
    public synchronized void record(@Nullable Path file) throws IOException {
        Recording before = recording;
        recording = file == null || closed ? null : Recording.into(file, studio.disk());
        if (before != null) {
            before.close();
        }
    }

    /** What is sent, as it goes out. */
    private void sent(short[] sound) {
        Recording now = recording;
        if (now != null) {
            now.here(sound);
        }
    }

    @Override
    public Optional<short[]> next() {
        RtpSession session = rtp;
        if (session == null) {
            return Optional.empty();
        }
        short[] sound = session.pull();
        Recording now = recording;
        if (now != null) {
            now.there(sound);
        }
        conferring.came(sound);
        if (frames++ % NOTE_EVERY == 0) {
            SessionFigures figures = session.figures();
            loss.note(System.nanoTime(), figures.received(), figures.lost());
        }
        return listening.hear(sound);
    }

    @Override
    public MediaReport report() {
        return Reporting.of(rtp, inForce(), loss, signalledInSecret);
    }

    private synchronized Optional<NegotiatedAudio> inForce() {
        return Optional.ofNullable(inForce);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        conferring.close();
        studio.playout().remove(this);
        studio.ended(this);
        try {
            closeSession();
        } finally {
            closeSound();
        }
    }

    private void closeSession() {
        RtpSession session = rtp;
        if (session == null) {
            ports.close();
        } else {
            session.close();
        }
    }

    private void closeSound() {
        source.close();
        listening.close();
        Recording now = recording;
        recording = null;
        if (now != null) {
            now.close();
        }
    }
}
