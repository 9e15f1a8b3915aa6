package org.lamplight.ui.call;

import org.jspecify.annotations.Nullable;
import org.lamplight.call.MediaReport;
import org.lamplight.core.Texts;

/** How good a call sounds, by one of four steps and the reason in words. */
record Quality(Step step, String words) {

    /** How good it is, each with the number of its bars and its colour. */
    enum Step {
        GOOD(3, "Lamplight.presence.welcome"),
        FAIR(2, "Lamplight.presence.maybe"),
        POOR(1, "Lamplight.presence.notNow"),
        SILENT(0, "Lamplight.presence.notNow");

        private final int bars;
        private final String color;

        Step(int bars, String color) {
            this.bars = bars;
            this.color = color;
        }

        int bars() {
            return bars;
        }

        String color() {
            return color;
        }
    }

    /** Nobody pauses for so long. */
    private static final long SILENT_MILLIS = 5_000;

    private static final double GOOD_OPINION = 4.0;
    private static final double FAIR_OPINION = 3.3;
    private static final double NOTED_LOSS = 1;
    private static final double MUCH_LOSS = 8;
    private static final double NOTED_JITTER_MILLIS = 40;
    private static final double NOTED_ROUND_TRIP_MILLIS = 350;
    private static final String APART = ": ";

    static Quality of(@Nullable MediaReport media, Texts texts) {
        if (media == null || media.audio().isEmpty()) {
            return new Quality(Step.GOOD, "");
        }
        if (media.silentMillis() >= SILENT_MILLIS) {
            return new Quality(Step.SILENT, texts.get("quality.silent", media.silentMillis() / 1000));
        }
        Step step = step(media);
        return new Quality(step, texts.get(key(step, media)) + reason(media, texts));
    }

    private static Step step(MediaReport media) {
        double loss = Math.max(media.lossPercent(), media.peerLossPercent());
        if (media.opinion() < FAIR_OPINION || loss >= MUCH_LOSS) {
            return Step.POOR;
        }
        return media.opinion() < GOOD_OPINION || loss >= NOTED_LOSS ? Step.FAIR : Step.GOOD;
    }

    private static String key(Step step, MediaReport media) {
        boolean wide = media.audio().startsWith("opus/") || media.audio().startsWith("g722/");
        return step == Step.GOOD && wide ? "quality.hd" : "quality." + step;
    }

    private static String reason(MediaReport media, Texts texts) {
        if (media.lossPercent() >= NOTED_LOSS && media.lossPercent() >= media.peerLossPercent()) {
            return APART + texts.get("quality.loss", Math.round(media.lossPercent()));
        }
        if (media.peerLossPercent() >= NOTED_LOSS) {
            return APART + texts.get("quality.peerLoss", Math.round(media.peerLossPercent()));
        }
        if (media.roundTripMillis() >= NOTED_ROUND_TRIP_MILLIS) {
            return APART + texts.get("quality.roundTrip", Math.round(media.roundTripMillis()));
        }
        return media.jitterMillis() >= NOTED_JITTER_MILLIS
                ? APART + texts.get("quality.jitter", Math.round(media.jitterMillis()))
                : "";
    }
}
