package org.lamplight.media.engine;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.lamplight.call.MediaListener;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.MediaSession;
import org.lamplight.call.MediaWishes;

/** Calls over loopback of which nobody is told anything. */
final class SelfCall {
    private static final MediaListener NOBODY = new MediaListener() {
        @Override
        public void keyPressed(char key) {}

        @Override
        public void speaksMuted() {}
    };

    private SelfCall() {}

    /** One calls the other, which may be itself: what is spoken is heard. Returns the caller's side. */
    static MediaSession between(SoundEngine one, SoundEngine other, String codec) throws Exception {
        MediaSession caller = one.open(wishes("itself", codec), NOBODY);
        MediaSession called = other.open(wishes(one.equals(other) ? "itself" : "other", codec), NOBODY);
        caller.accept(called.answer(caller.offer()));
        return caller;
    }

    /** What a call in clear with this codec alone wishes. */
    static MediaWishes wishes(String id, String codec) {
        return new MediaWishes(
                id,
                InetAddress.getLoopbackAddress(),
                MediaSecurity.NONE,
                false,
                false,
                List.of(codec),
                false,
                Optional.empty());
    }
}
