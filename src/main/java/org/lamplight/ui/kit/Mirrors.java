package org.lamplight.ui.kit;

import java.util.Locale;
import org.lamplight.chat.Talk;
import org.lamplight.people.Person;

/** What core knows, as windows see it; made once and shared by all windows. */
public record Mirrors(PeopleMirror people, TalksMirror talks, OwnMirror own, AccountsMirror accounts) {
    public static Mirrors of(Domain domain) {
        return new Mirrors(
                new PeopleMirror(domain), new TalksMirror(domain), new OwnMirror(domain), new AccountsMirror(domain));
    }

    /** Whether the talk is with somebody of this name or address, or a part of one; in small letters. EDT. */
    public boolean matches(Talk talk, String wanted) {
        String name = people.withAddress(talk.peer()).map(Person::name).orElse("");
        return name.toLowerCase(Locale.ROOT).contains(wanted)
                || talk.peer().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
