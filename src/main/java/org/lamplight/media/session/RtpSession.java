package org.lamplight.media.session;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.lamplight.core.Threads;
import org.lamplight.media.dtls.DtlsIdentity;
import org.lamplight.media.ice.IceAgent;
import org.lamplight.media.jitter.JitterFigures;
import org.lamplight.media.quality.CodecImpairment;
import org.lamplight.media.quality.EModel;
import org.lamplight.media.rtp.RtcpCompound;
import org.lamplight.media.rtp.RtpPacket;
import org.lamplight.media.sdp.NegotiatedAudio;
import org.lamplight.media.tone.Dtmf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sound of one call over UDP, both ways, with reports every 5 s. One thread sends, at absolute deadlines so that
 * delays do not add up; one takes in RTP and, if they have ports of their own, another RTCP. Who plays calls
 * {@link #pull}. All methods are for any thread and do not wait for the network.
 */
public final class RtpSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RtpSession.class);
    private static final long REPORT_NANOS = TimeUnit.SECONDS.toNanos(5);
    /** When the machine slept longer than this, what was not sent is left out. */
    private static final long LATEST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** After an error of a socket, so that a lasting one does not keep a processor busy. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final SecureRandom random = new SecureRandom();
    private final RtpPorts ports;
    private final SoundSource source;
    private final SessionListener listener;
    private final Reports reports;
    private final Optional<DtlsIdentity> identity;
    private final Leg rtp;
    private final Leg rtcp;

    private volatile NegotiatedAudio audio;
    private volatile Outgoing out;
    private volatile Incoming in;
    /** By keys of descriptions; kept while there are none, for the same key may not count from its beginning again. */
    private Protection described;

    private volatile boolean closed;
    private volatile long lastHeard = System.nanoTime();

    /** Begins at once. The ports belong to the session from now on. Resolves the peer's address, so not on the EDT. */
    public RtpSession(RtpPorts ports, NegotiatedAudio audio, SoundSource source, SessionListener listener)
            throws UnknownHostException {
        this(ports, audio, Optional.empty(), source, listener);
    }

    /** The same, with what proves who we are where keys come from a handshake. */
    public RtpSession(
            RtpPorts ports,
            NegotiatedAudio audio,
            Optional<DtlsIdentity> identity,
            SoundSource source,
            SessionListener listener)
            throws UnknownHostException {
        this.ports = ports;
        this.identity = identity;
        this.audio = audio;
        this.source = source;
        this.listener = listener;
        this.reports = new Reports(Long.toHexString(random.nextLong()), Clock.systemUTC());
        this.rtp = new Leg(ports::rtp, ports::agent, rtp(audio), listener::unproven);
        this.rtcp = new Leg(ports::rtcp, Optional::empty, rtcp(audio), () -> {});
        this.described = Protection.of(audio.crypto());
        this.in = new Incoming(audio, System::nanoTime);
        this.out = new Outgoing(audio, random.nextInt(), random.nextInt(0x8000), random.nextInt());
        lookForWays(audio);
        if (audio.dtls().isEmpty() && ports.agent().isEmpty()) {
            ports.forgetEarlier();
        }
        protect(audio);
        Threads.daemon("rtp-out", this::send);
        Threads.daemon("rtp-in", () -> receive(rtp));
        Threads.daemon("rtcp-in", () -> receive(rtcp));
    }

    private void lookForWays(NegotiatedAudio agreed) throws UnknownHostException {
        if (ports.agent().isEmpty()) {
            return;
        }
        IceAgent agent = ports.agent().get();
        if (agreed.ice().isPresent()) {
            agent.start(agreed.ice().get().terms(), agreed.ice().get().controlling());
        } else {
            agent.startPlain(rtp(agreed));
        }
    }

    /**
     * Both ports have a handshake of their own (RFC 5764, section 4.1), of which a shared one needs but one. The second port
     * has no relay, so that it is silent where everything has to go by one.
     */
    private void protect(NegotiatedAudio agreed) {
        boolean apart =
                !agreed.rtcpMux() && !ports.agent().filter(IceAgent::isHidden).isPresent();
        if (agreed.dtls().isEmpty()) {
            Protection known = agreed.crypto().isPresent() ? described : Protection.of(agreed.crypto());
            rtp.protect(known);
            rtcp.protect(apart ? known : Protection.closed());
            return;
        }
        rtp.shake(agreed.dtls().get(), identity.orElseThrow());
        if (apart) {
            rtcp.shake(agreed.dtls().get(), identity.orElseThrow());
        } else {
            rtcp.protect(Protection.closed());
        }
    }

    private static InetSocketAddress rtp(NegotiatedAudio audio) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(audio.remoteAddress()), audio.remotePort());
    }

    private static InetSocketAddress rtcp(NegotiatedAudio audio) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(audio.remoteRtcpAddress()), audio.remoteRtcpPort());
    }

    /** A new agreement: hold, another codec, another address. The stream goes on with its numbers. */
    public synchronized void change(NegotiatedAudio agreed) throws UnknownHostException {
        rtp.announce(rtp(agreed));
        rtcp.announce(rtcp(agreed));
        Outgoing before = out;
        boolean goesOn = before.suits(agreed);
        boolean sameSound = agreed.codec().equals(audio.codec()) && agreed.receiveType() == audio.receiveType();
        audio = agreed;
        lookForWays(agreed);
        if (agreed.crypto().isPresent()) {
            described = described.under(agreed.crypto());
        }
        protect(agreed);
        out = goesOn
                ? before.flowing(agreed)
                : new Outgoing(agreed, before.ssrc(), before.sequence(), before.timestamp());
        in = sameSound ? in.flowing(agreed) : new Incoming(agreed, System::nanoTime);
    }

    /** Sends a key. False if keys must go another way (SIP INFO, or as sound). */
    public boolean press(Dtmf key, int millis) {
        return out.press(key, millis);
    }

    /** 10 ms of what the peer says, at 48 kHz. For the playing thread alone. */
    public short[] pull() {
        return in.pull();
    }

    private void send() {
        long due = System.nanoTime();
        long report = due + REPORT_NANOS / 2;
        while (!closed) {
            Outgoing now = out;
            for (RtpPacket packet : now.next(sound(now.packetSamples()))) {
                rtp.send(packet.write());
            }
            if (System.nanoTime() - report > 0) {
                report(false);
                report = System.nanoTime() + REPORT_NANOS / 2 + random.nextLong(REPORT_NANOS);
            }
            due = next(due, now);
        }
    }

    /** A source that fails costs its sound, not the call. */
    private short[] sound(int samples) {
        try {
            return source.next(samples);
        } catch (RuntimeException bug) {
            LOG.warn("The sound to be sent could not be had", bug);
            return new short[samples];
        }
    }

    private long next(long last, Outgoing now) {
        long step = TimeUnit.MILLISECONDS.toNanos(now.packetMillis());
        long due = last + step;
        long behind = System.nanoTime() - due;
        if (behind > LATEST_NANOS) {
            int missed = (int) (behind / step);
            now.skip(missed);
            due += missed * step;
        }
        while (!closed && System.nanoTime() - due < 0) {
            LockSupport.parkNanos(due - System.nanoTime());
        }
        return due;
    }

    private void report(boolean last) {
        byte[] compound = RtcpCompound.write(reports.write(out, in, last));
        (audio.rtcpMux() ? rtp : rtcp).sendControl(compound);
    }

    private void receive(Leg from) {
        DatagramPacket packet = new DatagramPacket(new byte[RtpPacket.LONGEST], RtpPacket.LONGEST);
        while (!closed) {
            try {
                packet.setLength(RtpPacket.LONGEST);
                from.socket().receive(packet);
                take(packet, from);
            } catch (IOException ended) {
                LOG.trace("nothing more to receive", ended);
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (RuntimeException bug) {
                LOG.warn("A packet of a call could not be taken", bug);
            }
        }
    }

    private void take(DatagramPacket packet, Leg leg) {
        take(packet.getData(), packet.getLength(), leg, (InetSocketAddress) packet.getSocketAddress());
    }

    private void take(byte[] data, int length, Leg leg, InetSocketAddress from) {
        switch (Kind.of(data, length)) {
            case MEDIA -> takeMedia(data, length, leg, from);
            case DTLS -> leg.cameRecord(data, length, from);
            case STUN ->
                leg.cameSearch(data, length, from)
                        .ifPresent(inner -> take(inner.data(), inner.data().length, leg, inner.from()));
            default -> LOG.trace("something else came");
        }
    }

    private void takeMedia(byte[] data, int length, Leg leg, InetSocketAddress from) {
        boolean media = leg == rtp;
        if (RtcpCompound.isRtcp(data, length) && media == audio.rtcpMux()) {
            leg.cameControl(data, length).ifPresent(read -> take(read, leg, from));
        } else if (media) {
            leg.came(data, length)
                    .flatMap(read -> RtpPacket.parse(read, read.length))
                    .ifPresent(read -> take(read, from));
        }
    }

    private void take(byte[] compound, Leg leg, InetSocketAddress from) {
        if (leg.accepts(from)) {
            reports.read(RtcpCompound.parse(compound, compound.length), out.ssrc(), in);
        }
    }

    private void take(RtpPacket packet, InetSocketAddress from) {
        Incoming now = in;
        if (!now.understands(packet) || !rtp.accepts(from)) {
            return;
        }
        if (packet.ssrc() == out.ssrc()) {
            out.renumber(random.nextInt());
        }
        lastHeard = System.nanoTime();
        now.take(packet).ifPresent(listener::keyPressed);
    }

    /** How it goes. */
    public SessionFigures figures() {
        Incoming now = in;
        JitterFigures buffer = now.figures();
        double trip = reports.roundTripMillis();
        return new SessionFigures(
                out.packets(),
                now.received(),
                now.lost(),
                now.jitterMillis(),
                reports.peerLossPercent(),
                trip,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastHeard),
                opinion(now, buffer, Math.max(0, trip)),
                buffer);
    }

    /** Half the way there and back, the packet, the buffer and about 20 ms of devices lie between mouth and ear. */
    private double opinion(Incoming now, JitterFigures buffer, double trip) {
        double delay = trip / 2 + out.packetMillis() + buffer.delayMillis() + 20;
        double all = Math.max(1, now.received() + now.lost());
        double unheard = 100 * Math.min(1, buffer.concealed() / all);
        CodecImpairment codec = CodecImpairment.of(audio.codec().payloadName());
        return EModel.meanOpinionScore(EModel.rating(codec, delay, unheard, 1));
    }

    /** Whether the keys came from a handshake with the peer that was announced. */
    public boolean isVerified() {
        return rtp.isVerified();
    }

    /** Whether the peer said goodbye. */
    public boolean left() {
        return reports.left();
    }

    /** Ends at once, with a goodbye. */
    @Override
    public void close() {
        if (!closed) {
            try {
                report(true);
            } finally {
                closed = true;
                end();
            }
        }
    }

    private void end() {
        try {
            rtp.close();
            rtcp.close();
        } finally {
            ports.close();
        }
    }
}
