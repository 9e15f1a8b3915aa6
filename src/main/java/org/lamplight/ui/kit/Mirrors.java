package org.lamplight.ui.kit;

/** What core knows, as windows see it; made once and shared by all windows. */
public record Mirrors(PeopleMirror people, TalksMirror talks, OwnMirror own, AccountsMirror accounts) {
    public static Mirrors of(Domain domain) {
        return new Mirrors(
                new PeopleMirror(domain), new TalksMirror(domain), new OwnMirror(domain), new AccountsMirror(domain));
    }
}
