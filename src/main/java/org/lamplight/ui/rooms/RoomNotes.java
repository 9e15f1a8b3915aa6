package org.lamplight.ui.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lamplight.chat.RoomEvent;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Mirrors;

/** Says in a room who was asked in, and who won't come. EDT. */
final class RoomNotes {
    private static final int MOST = 3;

    private final Texts texts;
    private final Mirrors mirrors;
    private final Consumer<String> told;
    private final List<String> said = new ArrayList<>();

    RoomNotes(Texts texts, Mirrors mirrors, Consumer<String> told) {
        this.texts = texts;
        this.mirrors = mirrors;
        this.told = told;
    }

    /** What was said so far is not shown any more. */
    void clear() {
        said.clear();
    }

    /** Says what is new in this room, after what is still shown. */
    void refresh(String room) {
        List<RoomEvent> news = mirrors.rooms().takeNews(room);
        for (RoomEvent event : news) {
            String sentence = words(event);
            said.remove(sentence);
            said.add(sentence);
        }
        while (said.size() > MOST) {
            said.remove(0);
        }
        if (!news.isEmpty()) {
            told.accept(String.join(" ", said));
        }
    }

    private String words(RoomEvent event) {
        if (event instanceof RoomEvent.InvitationDeclined declined) {
            String who = mirrors.name(declined.from());
            return declined.text() == null
                    ? texts.get("told.declined", who)
                    : texts.get("told.declined.why", who, PlainText.line(declined.text()));
        }
        return texts.get("told.invited", mirrors.name(((RoomEvent.PersonAsked) event).person()));
    }
}
