package org.lamplight.xmpp.messages;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.lamplight.chat.Change;
import org.lamplight.chat.Change.Kind;

/**
 * What a stanza says about an earlier message: corrections (XEP-0308), reactions (XEP-0444), retractions (XEP-0424, and the
 * form that it had before version 0.4).
 *
 * @param target the id of that message, as the stanza names it
 * @param text as in {@link Change#text()}
 */
public record Marking(Kind kind, String target, String text) {
    public static final String CORRECT = "urn:xmpp:message-correct:0";
    public static final String REACTIONS = "urn:xmpp:reactions:0";
    public static final String RETRACT = "urn:xmpp:message-retract:1";
    private static final String OLD_RETRACT = "urn:xmpp:message-retract:0";
    private static final String FASTEN = "urn:xmpp:fasten:0";
    private static final int MOST = 50;

    static Optional<Marking> read(Message stanza) {
        return retraction(stanza).or(() -> reactions(stanza)).or(() -> correction(stanza));
    }

    private static Optional<Marking> retraction(Message stanza) {
        return element(stanza, "retract", RETRACT)
                .or(() -> element(stanza, "apply-to", FASTEN)
                        .filter(applied ->
                                !children(applied, "retract", OLD_RETRACT).isEmpty()))
                .flatMap(element -> marking(Kind.RETRACTION, element, ""));
    }

    private static Optional<Marking> reactions(Message stanza) {
        return element(stanza, "reactions", REACTIONS)
                .flatMap(element -> marking(
                        Kind.REACTIONS,
                        element,
                        Change.reactions(children(element, "reaction", REACTIONS).stream()
                                .limit(MOST)
                                .map(StandardExtensionElement::getText)
                                .filter(text -> text != null)
                                .toList())));
    }

    private static Optional<Marking> correction(Message stanza) {
        String body = stanza.getBody();
        return body == null || body.isBlank()
                ? Optional.empty()
                : element(stanza, "replace", CORRECT).flatMap(element -> marking(Kind.CORRECTION, element, body));
    }

    private static Optional<Marking> marking(Kind kind, StandardExtensionElement element, String text) {
        return Ids.usable(element.getAttributeValue("id")).map(id -> new Marking(kind, id, text));
    }

    static Optional<StandardExtensionElement> element(Message stanza, String name, String namespace) {
        return stanza.getExtensionElement(name, namespace) instanceof StandardExtensionElement element
                ? Optional.of(element)
                : Optional.empty();
    }

    /** The library has null for none at all. */
    static List<StandardExtensionElement> children(StandardExtensionElement in, String name, String namespace) {
        List<StandardExtensionElement> found = in.getElements(name, namespace);
        return found == null ? List.of() : found;
    }

    /** The element that says so. */
    static StandardExtensionElement element(Change change) {
        return switch (change.kind()) {
            case CORRECTION -> named("replace", CORRECT, change).build();
            case RETRACTION -> named("retract", RETRACT, change).build();
            case REACTIONS -> reactions(named("reactions", REACTIONS, change), change.reactions());
        };
    }

    /** The same for programs that know retractions only as they were before version 0.4. */
    static StandardExtensionElement oldRetraction(Change change) {
        return named("apply-to", FASTEN, change)
                .addElement(
                        StandardExtensionElement.builder("retract", OLD_RETRACT).build())
                .build();
    }

    private static StandardExtensionElement reactions(
            StandardExtensionElement.Builder element, Collection<String> emoji) {
        List.copyOf(emoji)
                .forEach(each -> element.addElement(StandardExtensionElement.builder("reaction", REACTIONS)
                        .setText(each)
                        .build()));
        return element.build();
    }

    private static StandardExtensionElement.Builder named(String name, String namespace, Change change) {
        return StandardExtensionElement.builder(name, namespace).addAttribute("id", change.target());
    }
}
