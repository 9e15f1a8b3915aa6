package org.lamplight.media.device;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The devices of a PulseAudio server, or of PipeWire, which answers like one. When a device vanishes the server moves its
 * sound elsewhere and says nothing, so only the list of devices tells.
 */
public final class PulseSound implements SoundSystem {
    private static final Logger LOG = LoggerFactory.getLogger(PulseSound.class);
    private static final int RATE = 48_000;
    private static final int OCTETS = FRAME * 2;
    /** How much lies at the server to be played: 30 ms, which a busy desktop can keep up. */
    private static final int AHEAD = 3 * OCTETS;

    private final PulseSimple simple;
    private final PulseList list;
    private final @Nullable String server;

    private PulseSound(PulseSimple simple, PulseList list, @Nullable String server) {
        this.simple = simple;
        this.list = list;
        this.server = server;
    }

    /**
     * Empty where the libraries are not there, as on every system but Linux.
     *
     * @param server where it answers, as {@code unix:/…}; null: where the system says
     */
    public static Optional<PulseSound> load(@Nullable String server) {
        if (!Platform.isLinux()) {
            return Optional.empty();
        }
        try {
            PulseSimple simple = Native.load("libpulse-simple.so.0", PulseSimple.class);
            PulseLibrary pulse = Native.load("libpulse.so.0", PulseLibrary.class);
            return Optional.of(new PulseSound(simple, new PulseList(pulse, server), server));
        } catch (LinkageError missing) {
            LOG.debug("PulseAudio is not installed", missing);
            return Optional.empty();
        }
    }

    @Override
    public List<String> names(Way way) {
        return List.copyOf(devices(way).keySet());
    }

    @Override
    public boolean isThere(Way way) {
        return !devices(way).isEmpty();
    }

    private Map<String, String> devices(Way way) {
        try {
            return list.devices(way);
        } catch (IOException silent) {
            LOG.debug("no devices from the sound server: {}", silent.toString());
            return Map.of();
        }
    }

    @Override
    public Capture capture(String name) throws IOException {
        return new PulseCapture(open(Way.IN, name));
    }

    @Override
    public Playback playback(String name) throws IOException {
        return new PulsePlayback(open(Way.OUT, name));
    }

    private Pointer open(Way way, String name) throws IOException {
        Map<String, String> devices = list.devices(way);
        if (devices.isEmpty()) {
            throw new IOException("the sound server has no such device");
        }
        return open(way, devices.get(name), new IntByReference());
    }

    /** Null is the server's default device. */
    private Pointer open(Way way, @Nullable String device, IntByReference error) throws IOException {
        PulseSimple.SampleSpec spec = new PulseSimple.SampleSpec();
        spec.format = PulseSimple.PA_SAMPLE_S16LE;
        spec.rate = RATE;
        spec.channels = 1;
        PulseSimple.BufferAttr buffer = new PulseSimple.BufferAttr();
        buffer.maxlength = -1;
        buffer.tlength = AHEAD;
        buffer.prebuf = -1;
        buffer.minreq = OCTETS;
        buffer.fragsize = OCTETS;
        int direction = way == Way.IN ? PulseSimple.PA_STREAM_RECORD : PulseSimple.PA_STREAM_PLAYBACK;
        Pointer stream =
                simple.pa_simple_new(server, "Lamplight", direction, device, "Call", spec, null, buffer, error);
        if (stream == null) {
            throw new IOException("the sound server refuses, error " + error.getValue());
        }
        return stream;
    }

    private final class PulseCapture implements Capture {
        private final Pointer stream;
        private final PcmShape shape = PcmShape.in(RATE, 1);
        private final IntByReference error = new IntByReference();

        PulseCapture(Pointer stream) {
            this.stream = stream;
        }

        @Override
        public short[] read() throws IOException {
            byte[] octets = new byte[OCTETS];
            if (simple.pa_simple_read(stream, octets, octets.length, error) < 0) {
                throw new IOException("the sound server has stopped, error " + error.getValue());
            }
            return shape.fromDevice(octets);
        }

        @Override
        public void close() {
            simple.pa_simple_free(stream);
        }
    }

    private final class PulsePlayback implements Playback {
        private final Pointer stream;
        private final PcmShape shape = PcmShape.out(RATE, 1);
        private final IntByReference error = new IntByReference();

        PulsePlayback(Pointer stream) {
            this.stream = stream;
        }

        @Override
        public void write(short[] frame) throws IOException {
            byte[] octets = shape.toDevice(frame);
            if (simple.pa_simple_write(stream, octets, octets.length, error) < 0) {
                throw new IOException("the sound server has stopped, error " + error.getValue());
            }
        }

        @Override
        public void close() {
            simple.pa_simple_free(stream);
        }
    }
}
