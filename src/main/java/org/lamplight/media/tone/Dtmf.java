package org.lamplight.media.tone;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A key of the telephone (ITU-T Q.23) with its number as an event (RFC 4733, table 3). */
public enum Dtmf {
    D0('0', 0, 941, 1336),
    D1('1', 1, 697, 1209),
    D2('2', 2, 697, 1336),
    D3('3', 3, 697, 1477),
    D4('4', 4, 770, 1209),
    D5('5', 5, 770, 1336),
    D6('6', 6, 770, 1477),
    D7('7', 7, 852, 1209),
    D8('8', 8, 852, 1336),
    D9('9', 9, 852, 1477),
    STAR('*', 10, 941, 1209),
    POUND('#', 11, 941, 1477),
    A('A', 12, 697, 1633),
    B('B', 13, 770, 1633),
    C('C', 14, 852, 1633),
    D('D', 15, 941, 1633);

    /** Each of the two tones at about -9 dB of the loudest possible one; the higher one a little louder (Q.24). */
    private static final double LOW_AMPLITUDE = 9_000;

    private static final double HIGH_AMPLITUDE = 11_000;
    private static final double RAMP_SECONDS = 0.002;

    private final char key;
    private final int event;
    private final int low;
    private final int high;

    Dtmf(char key, int event, int low, int high) {
        this.key = key;
        this.event = event;
        this.low = low;
        this.high = high;
    }

    /** The key with this character; small letters do as well. */
    public static Optional<Dtmf> of(char key) {
        char wanted = String.valueOf(key).toUpperCase(Locale.ROOT).charAt(0);
        for (Dtmf one : values()) {
            if (one.key == wanted) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The key of an event, if it is one of a key. */
    public static Optional<Dtmf> ofEvent(int event) {
        return Arrays.stream(values()).filter(key -> key.event == event).findFirst();
    }

    /** What is printed on it. */
    public char key() {
        return key;
    }

    /** Its number in {@code telephone-event}, 0 to 15. */
    public int event() {
        return event;
    }

    /** Its sound, with soft ends. */
    public short[] samples(int millis, int rate) {
        short[] sound = new short[Math.toIntExact((long) millis * rate / 1_000)];
        double ramp = RAMP_SECONDS * rate;
        for (int i = 0; i < sound.length; i++) {
            double end = Math.min(1, Math.min(i + 1, sound.length - i) / ramp);
            double turn = 2 * Math.PI * i / rate;
            sound[i] = (short)
                    Math.round(end * (LOW_AMPLITUDE * Math.sin(low * turn) + HIGH_AMPLITUDE * Math.sin(high * turn)));
        }
        return sound;
    }
}
