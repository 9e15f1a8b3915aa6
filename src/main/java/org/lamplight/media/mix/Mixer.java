package org.lamplight.media.mix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.lamplight.media.device.DriftQueue;
import org.lamplight.media.device.SoundSystem;

/**
 * The conferences of this machine: what each party says goes to all others of the same conference, and never back. One thread
 * tells what they say and mixes, every 10 ms; each party is asked by a thread of its own for what it is to hear, which waits in a
 * queue of at most 80 ms. Joining and leaving is for any thread.
 */
public final class Mixer {
    private static final short[] SILENCE = new short[SoundSystem.FRAME];

    private final Map<String, List<Party>> conferences = new ConcurrentHashMap<>();

    /** One that hears the others of its conference, until it is closed. */
    public final class Party implements AutoCloseable {
        private final String conference;
        private final DriftQueue others = new DriftQueue();
        /** Belongs to the mixing thread. */
        private short @Nullable [] said;

        private Party(String conference) {
            this.conference = conference;
        }

        /** Says 10 ms at 48 kHz, not to be changed any more. Who says nothing between two mixes is silent. On the mixing thread. */
        public void says(short[] frame) {
            said = frame.length == SoundSystem.FRAME ? frame : null;
        }

        private short[] taken() {
            short[] frame = said;
            said = null;
            return frame == null ? SILENCE : frame;
        }

        /** The next samples at 48 kHz of all others together; silence where there is nothing. Never waits. */
        public short[] hears(int samples) {
            return others.take(samples);
        }

        /** Leaves: neither hears nor is heard. */
        @Override
        public void close() {
            leave(this);
        }
    }

    /** One more party; the first begins the conference of this name. */
    public synchronized Party join(String conference) {
        Party party = new Party(conference);
        conferences
                .computeIfAbsent(conference, any -> new CopyOnWriteArrayList<>())
                .add(party);
        return party;
    }

    private synchronized void leave(Party party) {
        List<Party> left = conferences.getOrDefault(party.conference, List.of());
        if (left.remove(party) && left.isEmpty()) {
            conferences.remove(party.conference);
        }
    }

    /** Mixes what was said since the last time. On the mixing thread, every 10 ms. */
    public void mix() {
        conferences.values().forEach(Mixer::mix);
    }

    private static void mix(List<Party> conference) {
        List<Party> parties = List.copyOf(conference);
        List<short[]> said = new ArrayList<>(parties.size());
        parties.forEach(party -> said.add(party.taken()));
        List<short[]> heard = MixMinus.mix(said);
        for (int i = 0; i < parties.size(); i++) {
            parties.get(i).others.put(heard.get(i));
        }
    }
}
