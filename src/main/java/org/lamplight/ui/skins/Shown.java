package org.lamplight.ui.skins;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.lamplight.presence.Status;
import org.lamplight.skin.Hues;
import org.lamplight.skin.Likeness;
import org.lamplight.skin.Sight;
import org.lamplight.skin.Skin;
import org.lamplight.skin.SkinDraft;

/**
 * What the editor shows at one moment, all of one piece: made beside the EDT and put up when it is ready. Immutable.
 *
 * @param status the chosen one
 * @param sight with whose eyes all is seen
 * @param seen the icons of the draft as each kind of eyes sees them
 * @param likeness how much they are alike
 */
record Shown(SkinDraft draft, Status status, Sight sight, Map<Sight, SeenIcons> seen, Likeness likeness) {

    /** What one wants to see; {@code scale} in pixels of the device per unit of the design. */
    record Wanted(SkinDraft draft, Status status, Sight sight, Hues theme, double scale) {}

    /** Draws and measures: some milliseconds. */
    static Shown of(Wanted wanted) {
        Skin skin = wanted.draft().skin();
        Map<Sight, SeenIcons> seen = new EnumMap<>(Sight.class);
        for (Sight sight : Sight.values()) {
            seen.put(sight, new SeenIcons(skin, sight));
        }
        return drawn(wanted, Collections.unmodifiableMap(seen), Likeness.of(skin));
    }

    /** The same where something is known already. */
    Shown then(Wanted wanted) {
        return wanted.draft().equals(draft) ? drawn(wanted, seen, likeness) : of(wanted);
    }

    private static Shown drawn(Wanted wanted, Map<Sight, SeenIcons> seen, Likeness likeness) {
        Shown shown = new Shown(wanted.draft(), wanted.status(), wanted.sight(), seen, likeness);
        shown.icons().draw(wanted.theme(), wanted.scale());
        for (SeenIcons icons : seen.values()) {
            icons.draw(wanted.status(), wanted.scale());
            icons.draw(shown.nearest(), wanted.scale());
        }
        return shown;
    }

    /** The icons as they are to be seen now. */
    SeenIcons icons() {
        return Objects.requireNonNull(seen.get(sight));
    }

    /** The status whose icon is the most like the chosen one; itself if there is no other icon. */
    Status nearest() {
        return likeness.nearest(status).other();
    }

    /** Whether the icon of this status can hardly be told from another one. */
    boolean tooAlike(Status of) {
        return likeness.nearest(of).difference() < Likeness.LIMIT;
    }
}
