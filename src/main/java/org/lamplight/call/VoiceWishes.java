package org.lamplight.call;

/**
 * What is done to the voice on its way from the microphone. What comes from a file is left as it is.
 *
 * @param echo what the loudspeaker plays is taken out
 * @param noise steady noise is taken out
 * @param level a quiet voice is made louder, a loud one quieter
 */
public record VoiceWishes(boolean echo, boolean noise, boolean level) {
    /** What people expect of a telephone. */
    public static final VoiceWishes ALL = new VoiceWishes(true, true, true);

    /** As the microphone hears it. */
    public static final VoiceWishes NONE = new VoiceWishes(false, false, false);

    /** Whether anything is to be done. */
    public boolean isAny() {
        return echo || noise || level;
    }
}
