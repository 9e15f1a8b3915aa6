package org.lamplight.ui.skins;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Status;
import org.lamplight.skin.Hues;
import org.lamplight.skin.Skin;
import org.lamplight.skin.SkinDraft;

/** By what one sees whether a skin on the disk is still the one that was read. Immutable. */
record SkinPrint(@Nullable String name, Map<Status, String> icons, Hues light, Hues dark) {
    private static final int SIDE = 32;

    /** Draws each icon once. Any thread, rather not the EDT. */
    static SkinPrint of(SkinDraft draft) {
        Skin skin = draft.skin();
        Map<Status, String> icons = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            Skin.Shown shown = skin.shown(status);
            BufferedImage image = skin.image(status, SIDE, Hues.LIGHT);
            int pixels = Arrays.hashCode(image.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE));
            icons.put(
                    status, String.join(" ", shown.shownAs().key(), shown.from().word(), "" + pixels, shown.file()));
        }
        // a draft of a skin of the program has a name that nobody gave yet
        return new SkinPrint(
                draft.own() == null ? null : draft.name(),
                Map.copyOf(icons),
                skin.hues(Hues.LIGHT),
                skin.hues(Hues.DARK));
    }
}
