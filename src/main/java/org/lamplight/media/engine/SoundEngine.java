package org.lamplight.media.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.AudioDevices;
import org.lamplight.call.AudioDevices.Use;
import org.lamplight.call.CallTone;
import org.lamplight.call.MediaEngine;
import org.lamplight.call.MediaListener;
import org.lamplight.call.MediaSession;
import org.lamplight.call.MediaWishes;
import org.lamplight.call.VoiceWishes;
import org.lamplight.core.Threads;
import org.lamplight.media.device.ChosenDevices;
import org.lamplight.media.device.DeviceChoice;
import org.lamplight.media.device.LocalSound;
import org.lamplight.media.device.Loudspeaker;
import org.lamplight.media.device.Microphone;
import org.lamplight.media.device.SoundSystem;
import org.lamplight.media.dtls.DtlsIdentity;
import org.lamplight.media.mix.Mixer;
import org.lamplight.media.voice.LateCleaner;
import org.lamplight.media.voice.VoiceCleaner;

/** The sound of all calls on this machine. Opens no device before one is needed. */
public final class SoundEngine implements MediaEngine, Studio {
    private static final Duration DISK = Duration.ofSeconds(2);

    private final ChosenDevices devices;
    private final LateCleaner cleaner = new LateCleaner();
    private final Microphone microphone;
    private final Map<Use, Loudspeaker> speakers;
    private final Mixer mixer = new Mixer();
    private final Playout playout;
    private final WarmUp warmUp;
    private final ScheduledExecutorService disk = Threads.single("sound-files");
    private final Set<CallSound> sessions = ConcurrentHashMap.newKeySet();
    private final Object identityMaking = new Object();
    /** Made when it is first needed. */
    private @Nullable DtlsIdentity identity;

    /** With the devices of this machine; for {@link java.util.ServiceLoader}. */
    public SoundEngine() {
        this(new LocalSound());
    }

    SoundEngine(SoundSystem system) {
        this.devices = new ChosenDevices(system, this::changed);
        this.microphone = new Microphone(system, cleaner, AudioDevices.DEFAULT);
        this.speakers = Map.of(
                Use.LISTEN, new Loudspeaker(system, cleaner, AudioDevices.DEFAULT),
                // nobody speaks while it rings, and one filter takes out one loudspeaker only
                Use.RING, new Loudspeaker(system, VoiceCleaner.NONE, AudioDevices.DEFAULT));
        this.playout = new Playout(speakers, mixer::mix);
        this.warmUp = new WarmUp(() -> {
            devices.names(Use.LISTEN);
            cleaner.load();
            identity();
        });
    }

    @Override
    public DtlsIdentity identity() {
        synchronized (identityMaking) {
            DtlsIdentity made = identity;
            if (made == null) {
                made = DtlsIdentity.fresh();
                identity = made;
            }
            return made;
        }
    }

    @Override
    public void prepare() {
        warmUp.begin();
    }

    @Override
    public MediaSession open(MediaWishes wishes, MediaListener listener) throws IOException {
        CallSound session = new CallSound(wishes, listener, this);
        sessions.add(session);
        devices.need();
        return session;
    }

    @Override
    public void ended(CallSound session) {
        if (sessions.remove(session)) {
            devices.leave();
        }
    }

    private void changed(Use use) {
        if (use == Use.SPEAK) {
            microphone.use(devices.inUse(use));
        }
        Optional.ofNullable(speakers.get(use)).ifPresent(speaker -> speaker.use(devices.inUse(use)));
        sessions.forEach(session -> session.choose(use));
    }

    @Override
    public AudioDevices devices() {
        return devices;
    }

    @Override
    public void clean(VoiceWishes wishes) {
        cleaner.wish(wishes);
    }

    @Override
    public Microphone microphone() {
        return microphone;
    }

    @Override
    public Playout playout() {
        return playout;
    }

    @Override
    public Mixer mixer() {
        return mixer;
    }

    @Override
    public Executor disk() {
        return disk;
    }

    @Override
    public Playing play(CallTone tone) {
        Use use = tone == CallTone.RINGING ? Use.RING : Use.LISTEN;
        String country = Locale.getDefault().getCountry();
        TonePart part = TonePart.of(tone, country, () -> new DeviceChoice(devices.chosen(use)).isDevice());
        AtomicBoolean over = new AtomicBoolean();
        devices.need();
        playout.add(use, part);
        return () -> {
            if (!over.getAndSet(true)) {
                playout.remove(part);
                devices.leave();
            }
        };
    }

    @Override
    public Playing listen(DoubleConsumer loudness) {
        LevelMeter meter = new LevelMeter(loudness);
        devices.need();
        microphone.add(meter);
        AtomicBoolean over = new AtomicBoolean();
        return () -> {
            if (!over.getAndSet(true)) {
                microphone.remove(meter);
                devices.leave();
            }
        };
    }

    /** Ends all sessions; waits, but not for long, until their files are whole. */
    @Override
    public void close() {
        warmUp.close();
        sessions.forEach(CallSound::close);
        playout.close();
        speakers.values().forEach(Loudspeaker::close);
        microphone.close();
        cleaner.close();
        devices.close();
        Threads.end(disk, () -> {}, DISK);
    }
}
