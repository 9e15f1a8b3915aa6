package org.lamplight.media.device;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/**
 * The devices that the Java runtime finds, on every system. On Linux it sees neither what the sound server has renamed nor
 * what is plugged in later, so there {@link PulseSound} comes first.
 */
public final class JavaSound implements SoundSystem {
    /** What cards take, the best first. */
    private static final List<AudioFormat> FORMATS =
            List.of(format(48_000, 1), format(48_000, 2), format(44_100, 1), format(44_100, 2), format(16_000, 1));

    private static AudioFormat format(int rate, int channels) {
        return new AudioFormat(rate, 16, channels, true, false);
    }

    private static Class<? extends DataLine> kind(Way way) {
        return way == Way.IN ? TargetDataLine.class : SourceDataLine.class;
    }

    @Override
    public List<String> names(Way way) {
        List<String> names = new ArrayList<>();
        for (Mixer.Info mixer : mixers(way)) {
            if (!names.contains(mixer.getName())) {
                names.add(mixer.getName());
            }
        }
        return List.copyOf(names);
    }

    @Override
    public boolean isThere(Way way) {
        return !mixers(way).isEmpty();
    }

    private static List<Mixer.Info> mixers(Way way) {
        List<Mixer.Info> all = new ArrayList<>();
        Line.Info wanted = new Line.Info(kind(way));
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            if (AudioSystem.getMixer(info).isLineSupported(wanted)) {
                all.add(info);
            }
        }
        return all;
    }

    @Override
    public Capture capture(String name) throws IOException {
        return new JavaCapture(open(Way.IN, name, TargetDataLine.class));
    }

    @Override
    public Playback playback(String name) throws IOException {
        return new JavaPlayback(open(Way.OUT, name, SourceDataLine.class));
    }

    /** A line of this device, or else of the default one, in the first format that it takes; not open yet. */
    private static <T extends DataLine> T open(Way way, String name, Class<T> kind) throws IOException {
        List<Mixer.Info> mixers = mixers(way);
        if (mixers.isEmpty()) {
            throw new IOException("this machine has no such device");
        }
        Optional<Mixer.Info> named =
                mixers.stream().filter(one -> one.getName().equals(name)).findFirst();
        for (AudioFormat format : FORMATS) {
            DataLine.Info wanted = new DataLine.Info(kind, format);
            Optional<T> line = named.flatMap(mixer -> line(mixer, wanted, kind)).or(() -> line(wanted, kind));
            if (line.isPresent() && opens(line.get(), format)) {
                return line.get();
            }
        }
        throw new IOException("the device takes no usual format, or is in use");
    }

    private static <T extends DataLine> Optional<T> line(Mixer.Info mixer, DataLine.Info wanted, Class<T> kind) {
        try {
            return Optional.of(kind.cast(AudioSystem.getMixer(mixer).getLine(wanted)));
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException not) {
            return Optional.empty();
        }
    }

    private static <T extends DataLine> Optional<T> line(DataLine.Info wanted, Class<T> kind) {
        try {
            return Optional.of(kind.cast(AudioSystem.getLine(wanted)));
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException not) {
            return Optional.empty();
        }
    }

    private static boolean opens(DataLine line, AudioFormat format) {
        int buffer = (int) format.getSampleRate() / 25 * format.getFrameSize();
        try {
            if (line instanceof TargetDataLine in) {
                in.open(format, buffer);
            } else if (line instanceof SourceDataLine out) {
                out.open(format, buffer);
            }
            line.start();
            return true;
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException not) {
            line.close();
            return false;
        }
    }

    private record JavaCapture(TargetDataLine line, PcmShape shape) implements Capture {
        JavaCapture(TargetDataLine line) {
            this(
                    line,
                    PcmShape.in(
                            (int) line.getFormat().getSampleRate(),
                            line.getFormat().getChannels()));
        }

        @Override
        public short[] read() throws IOException {
            byte[] octets = new byte[shape.octets()];
            if (line.read(octets, 0, octets.length) < octets.length) {
                throw new IOException("the microphone has stopped");
            }
            return shape.fromDevice(octets);
        }

        @Override
        public void close() {
            line.stop();
            line.close();
        }
    }

    private record JavaPlayback(SourceDataLine line, PcmShape shape) implements Playback {
        JavaPlayback(SourceDataLine line) {
            this(
                    line,
                    PcmShape.out(
                            (int) line.getFormat().getSampleRate(),
                            line.getFormat().getChannels()));
        }

        @Override
        public void write(short[] frame) throws IOException {
            byte[] octets = shape.toDevice(frame);
            if (line.write(octets, 0, octets.length) < octets.length) {
                throw new IOException("the loudspeaker has stopped");
            }
        }

        @Override
        public void close() {
            line.stop();
            line.close();
        }
    }
}
