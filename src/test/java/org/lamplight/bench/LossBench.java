package org.lamplight.bench;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lamplight.call.AudioDevices;
import org.lamplight.call.AudioDevices.Use;
import org.lamplight.call.MediaEngine;
import org.lamplight.call.MediaListener;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.MediaSession;
import org.lamplight.call.MediaWishes;
import org.lamplight.lab.Baresip;
import org.lamplight.lab.BaresipKind;
import org.lamplight.lab.CallingClient;
import org.lamplight.lab.Heard;
import org.lamplight.lab.Kamailio;
import org.lamplight.lab.LossyPath;
import org.lamplight.lab.Part;
import org.lamplight.lab.SipPeer;
import org.lamplight.lab.SipText;
import org.lamplight.media.Sound;
import org.lamplight.media.engine.SoundEngine;

/**
 * What is left of speech behind a bad network, in this client and in baresip, from the same sender and by the same seeds, one
 * after the other. Prints a line for each; judges nothing.
 */
public final class LossBench {
    private static final int SECONDS = 12;
    private static final int RATE = 48_000;
    private static final Pattern PORT = Pattern.compile("m=audio (\\d+)");
    private static final MediaListener NOBODY = new MediaListener() {
        @Override
        public void keyPressed(char key) {}

        @Override
        public void speaksMuted() {}
    };

    private record Trip(double loss, int jitterMs) {}

    private static final List<Trip> TRIPS = List.of(
            new Trip(0, 0),
            new Trip(0.02, 0),
            new Trip(0.05, 0),
            new Trip(0.10, 0),
            new Trip(0, 20),
            new Trip(0, 60),
            new Trip(0.05, 20));

    private final Path folder = Files.createTempDirectory("lamplight-loss");
    private final Heard speech = Heard.of(Sound.speech(RATE, SECONDS + 2, 31), RATE);
    private final MediaEngine engine = new SoundEngine();
    private int calls;

    private LossBench() throws Exception {
        Path says = folder.resolve("sender.wav");
        speech.write(says, RATE);
        engine.devices().choose(Use.SPEAK, AudioDevices.FILE + says);
        engine.devices().choose(Use.LISTEN, AudioDevices.NONE);
    }

    public static void main(String[] args) throws Exception {
        if (Part.SIP.isThere()) {
            new LossBench().run();
        } else {
            System.out.println("Calls over bad networks are not measured: baresip and Kamailio are not installed");
        }
        System.exit(0);
    }

    private void run() throws Exception {
        try (Kamailio server = new Kamailio(folder.resolve("server"));
                SipPeer peer = SipPeer.udp();
                CallingClient client = new CallingClient(folder.resolve("client"), Heard.of(new short[RATE], RATE))) {
            client.addLine(
                    "work",
                    "secret",
                    "address = ada@localhost",
                    "registrar = " + peer.place(),
                    "proxy = " + peer.place(),
                    "transport = udp");
            String contact = peer.register(1).contact();
            for (String codec : List.of("opus", "pcma")) {
                for (Trip trip : TRIPS) {
                    print("Lamplight", codec, trip, hearsLamplight(peer, client, contact, codec, trip));
                    print("baresip", codec, trip, hearsBaresip(peer, server, codec, trip));
                }
            }
        }
    }

    private static void print(String who, String codec, Trip trip, Heard heard) {
        Likeness like = Likeness.LATEST;
        System.out.println(String.format(
                Locale.ROOT,
                "%-9s %-4s %3.0f %% lost, up to %2d ms late: like what was said %.3f, gaps in speech %4.1f %%",
                who,
                codec,
                trip.loss() * 100,
                trip.jitterMs(),
                like.of(heard),
                like.gaps(heard)));
    }

    private Heard hearsLamplight(SipPeer peer, CallingClient client, String contact, String codec, Trip trip)
            throws Exception {
        Matcher at = Pattern.compile("sip:[^@]*@([^:;>]+):(\\d+)").matcher(contact);
        at.find();
        Call call = new Call(peer, at.group(1), Integer.parseInt(at.group(2)), contact, codec, trip);
        String id = client.awaitIncoming().get("id").getAsString();
        client.ctl("call", "answer", id);
        call.talk();
        client.awaitState(id, "ended");
        return client.heard(id);
    }

    private Heard hearsBaresip(SipPeer peer, Kamailio server, String codec, Trip trip) throws Exception {
        String named = codec.equals("opus") ? BaresipKind.OPUS : BaresipKind.PCMA;
        BaresipKind kind = BaresipKind.USUAL.with(named).answering().echoing();
        try (Baresip phone = new Baresip(folder.resolve("baresip-" + calls), server, "bob", kind)) {
            new Call(peer, "127.0.0.1", phone.port(), "sip:bob@127.0.0.1:" + phone.port(), codec, trip).talk();
            phone.awaitClosed();
            return phone.heard();
        }
    }

    /** A call of ours, whose sound goes by a bad path. */
    private final class Call {
        private final SipPeer peer;
        private final String host;
        private final int port;
        private final String uri;
        private final String dialog;
        private final MediaSession media;
        private final LossyPath path;

        Call(SipPeer peer, String host, int port, String uri, String codec, Trip trip) throws Exception {
            this.peer = peer;
            this.host = host;
            this.port = port;
            this.uri = uri;
            String number = "bench" + calls++;
            dialog = "From: <sip:bench@localhost>;tag=" + number + "\r\nCall-ID: " + number + "\r\n"
                    + peer.contactLine() + "\r\n";
            media = engine.open(
                    new MediaWishes(
                            number,
                            InetAddress.getLoopbackAddress(),
                            MediaSecurity.NONE,
                            false,
                            false,
                            List.of(codec),
                            false,
                            Optional.empty()),
                    NOBODY);
            String offer = media.offer();
            path = new LossyPath(port(offer), trip.loss(), trip.jitterMs(), 7);
            send("INVITE", 1, "To: <" + uri + ">\r\n", at(offer, path.backPort()));
        }

        private void send(String method, int cseq, String to, String body) {
            peer.send(host, port, peer.request(method, uri, cseq, to + dialog, body));
        }

        private static int port(String sdp) {
            Matcher found = PORT.matcher(sdp);
            found.find();
            return Integer.parseInt(found.group(1));
        }

        private static String at(String sdp, int port) {
            return PORT.matcher(sdp).replaceFirst("m=audio " + port).replaceAll("a=rtcp[:-].*\r\n", "");
        }

        void talk() throws Exception {
            SipText answer = peer.response(200, "1 INVITE");
            String to = "To: " + answer.get("To") + "\r\n";
            try {
                path.to(port(answer.body()));
                send("ACK", 1, to, "");
                media.accept(at(answer.body(), path.port()));
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SECONDS));
                send("BYE", 2, to, "");
                peer.response(200, "2 BYE");
            } finally {
                media.close();
                path.close();
                peer.forget(any -> true);
            }
        }
    }

    /** How like what was said something is, by loudness, piece by piece: a buffer may stretch time. */
    private static final class Likeness {
        static final Likeness LATEST = new Likeness(Sound.speech(RATE, SECONDS + 2, 31));
        private static final int PIECE = 200;
        private static final int SEARCH = 250;
        private static final double QUIET = 300;

        private final double[] said;

        Likeness(short[] speech) {
            said = Sound.envelope(speech, RATE);
        }

        /** Windows of both must begin at the same time, to the millisecond, or they are never alike. */
        private static List<double[]> shifted(Heard heard) {
            return IntStream.range(0, 10)
                    .mapToObj(ms ->
                            heard.part(Duration.ofMillis(ms), heard.length()).envelope())
                    .toList();
        }

        private record Match(double[] other, int lag, double like) {}

        private Match match(int at, List<double[]> shifted) {
            return shifted.stream()
                    .map(other -> {
                        int lag = lag(at, other);
                        return new Match(other, lag, correlation(at, other, lag));
                    })
                    .max(Comparator.comparingDouble(Match::like))
                    .orElseThrow();
        }

        double of(Heard heard) {
            List<double[]> shifted = shifted(heard);
            double sum = 0;
            int pieces = 0;
            for (int at = 100; at + PIECE <= SECONDS * 100 - SEARCH; at += PIECE) {
                sum += match(at, shifted).like();
                pieces++;
            }
            return sum / pieces;
        }

        /** The share of what was said that is not there. */
        double gaps(Heard heard) {
            List<double[]> shifted = shifted(heard);
            int spoken = 0;
            int missing = 0;
            for (int at = 100; at + PIECE <= SECONDS * 100 - SEARCH; at += PIECE) {
                Match match = match(at, shifted);
                double scale = energy(match.other(), at + match.lag()) / Math.max(1, energy(said, at));
                for (int i = at; i < at + PIECE; i++) {
                    if (said[i] > QUIET) {
                        spoken++;
                        missing += match.other()[i + match.lag()] < said[i] * scale / 10 ? 1 : 0;
                    }
                }
            }
            return 100.0 * missing / Math.max(1, spoken);
        }

        private static double energy(double[] of, int from) {
            double sum = 0;
            for (int i = from; i < from + PIECE; i++) {
                sum += of[i];
            }
            return sum;
        }

        private int lag(int at, double[] other) {
            int best = 0;
            double most = -2;
            for (int lag = -Math.min(at, SEARCH); lag <= SEARCH && at + lag + PIECE <= other.length; lag++) {
                double like = correlation(at, other, lag);
                if (like > most) {
                    most = like;
                    best = lag;
                }
            }
            return best;
        }

        private double correlation(int at, double[] other, int lag) {
            double[] one = Arrays.copyOfRange(said, at, at + PIECE);
            return Sound.envelopeCorrelation(one, Arrays.copyOfRange(other, at + lag, at + lag + PIECE), 0);
        }
    }
}
