package org.lamplight.ui.skins;

import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.skin.Skin;
import org.lamplight.ui.kit.StatusWords;

/** What is to be known of the icon of a status beside its name. Any thread. */
record StatusRemarks(Texts texts, StatusWords words) {

    /** In a few words, empty if there is nothing: its own, another's, a stand-in. */
    String of(Shown shown, Status status) {
        Skin.Shown icon = shown.draft().skin().shown(status);
        if (icon.from() == Skin.From.FALLBACK) {
            return texts.get("remark.standIn", words.of(icon.shownAs()));
        }
        if (icon.shownAs() != status) {
            return texts.get("remark.shownAs", words.of(icon.shownAs()));
        }
        if (icon.from() == Skin.From.BUILT_IN) {
            return texts.get("remark.builtIn");
        }
        return shown.draft().owns(status) ? texts.get("remark.own") : "";
    }

    /** That it is too much like another one; empty if it is not. */
    String warning(Shown shown, Status status) {
        return shown.tooAlike(status)
                ? texts.get(
                        "remark.alike",
                        words.of(shown.likeness().nearest(status).other()))
                : "";
    }
}
