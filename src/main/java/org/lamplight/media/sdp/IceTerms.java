package org.lamplight.media.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one side says so that a way to it can be found (RFC 8839).
 *
 * @param fragment of the name under which it is asked
 * @param password that proves who asks and who answers
 * @param lite whether it only answers
 */
public record IceTerms(String fragment, String password, List<Candidate> candidates, boolean lite) {
    private static final int MOST_LINES = 128;
    private static final int MOST_CANDIDATES = 32;

    /** Copies its list. */
    public IceTerms {
        candidates = List.copyOf(candidates);
    }

    /** Whether it is the same conversation, and not one begun anew. */
    public boolean isSame(IceTerms other) {
        return fragment.equals(other.fragment) && password.equals(other.password);
    }

    /** What a peer says; empty if it says nothing of the kind, or nothing usable. */
    static Optional<IceTerms> of(SessionDescription session, MediaDescription medium) {
        String fragment = first(session, medium, "ice-ufrag");
        String password = first(session, medium, "ice-pwd");
        List<Candidate> candidates = medium.attributes("candidate").stream()
                .limit(MOST_LINES)
                .flatMap(value -> Candidate.parse(value).stream())
                .limit(MOST_CANDIDATES)
                .toList();
        boolean whole = fragment.matches("[0-9A-Za-z+/]{4,256}") && password.matches("[0-9A-Za-z+/]{22,256}");
        return whole && !candidates.isEmpty()
                ? Optional.of(new IceTerms(fragment, password, candidates, SdpLines.has(session.lines(), "ice-lite")))
                : Optional.empty();
    }

    private static String first(SessionDescription session, MediaDescription medium, String name) {
        return session.attributes(medium, name).stream().findFirst().orElse("");
    }

    List<SdpLine> describe() {
        List<SdpLine> all = new ArrayList<>();
        all.add(SdpLine.attribute("ice-ufrag", fragment));
        all.add(SdpLine.attribute("ice-pwd", password));
        candidates.forEach(one -> all.add(one.line()));
        return all;
    }

    /** No password in a log. */
    @Override
    public String toString() {
        return fragment + " " + candidates;
    }
}
