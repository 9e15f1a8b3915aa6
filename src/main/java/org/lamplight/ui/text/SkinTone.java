package org.lamplight.ui.text;

import java.util.List;

/** A colour of skin and its shadow, in place of the yellow that the drawings have. */
record SkinTone(String skin, String shadow) {
    private static final List<SkinTone> TONES = List.of(
            new SkinTone("", ""),
            new SkinTone("#F7DECE", "#E0AA94"),
            new SkinTone("#F3D2A2", "#D2A077"),
            new SkinTone("#D5AB88", "#B78B60"),
            new SkinTone("#AF7E57", "#90603E"),
            new SkinTone("#7C533E", "#583529"));

    /** 0: as drawn; 1 (light) to 5 (dark). */
    static SkinTone of(int tone) {
        return TONES.get(tone);
    }

    String applyTo(String shapes) {
        return skin.isEmpty()
                ? shapes
                : shapes.replaceAll("(?i)#FFDC5D|#FFDB5E|#FFCC4D", skin).replaceAll("(?i)#EF9645|#EE9547", shadow);
    }
}
