package org.lamplight.media.tone;

import java.util.Optional;
import org.lamplight.media.rtp.RtpPacket;

/**
 * Keys pressed at the other end, each told once: at its end, or, if all three ends were lost, when the next begins. For
 * one thread.
 */
public final class EventReader {
    private boolean open;
    private boolean told;
    private int timestamp;
    private int event;

    /** A packet of events came. Gives a key that is now known to have been pressed. */
    public Optional<Dtmf> received(RtpPacket packet) {
        return TelephoneEvent.parse(packet.payload()).flatMap(read -> received(packet.timestamp(), read));
    }

    private Optional<Dtmf> received(int at, TelephoneEvent read) {
        if (open && at == timestamp) {
            return tell(read);
        }
        if (open && at - timestamp < 0) {
            return Optional.empty();
        }
        Optional<Dtmf> missed = open && !told ? Dtmf.ofEvent(event) : Optional.empty();
        open = true;
        told = false;
        timestamp = at;
        event = read.event();
        Optional<Dtmf> now = tell(read);
        return missed.isPresent() ? missed : now;
    }

    private Optional<Dtmf> tell(TelephoneEvent read) {
        if (told || !read.end()) {
            return Optional.empty();
        }
        told = true;
        return Dtmf.ofEvent(event);
    }
}
