package org.lamplight.xmpp.jingle;

import java.util.Optional;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;
import org.lamplight.xmpp.stream.ElementIq;

/**
 * One thing that is said in a session (XEP-0166): of one content only, for we never offer more and take none that do.
 *
 * @param name of the content
 * @param description what it is about; null where it need not be said again
 * @param transport how the bytes go, or news of that
 * @param reason why the session ends, by the element's name
 * @param info what {@code session-info} brings
 */
record Words(
        String action,
        String sid,
        String name,
        @Nullable StandardExtensionElement description,
        @Nullable StandardExtensionElement transport,
        @Nullable String reason,
        @Nullable StandardExtensionElement info) {
    static final String ELEMENT = "jingle";
    static final String NAMESPACE = "urn:xmpp:jingle:1";

    static final String INITIATE = "session-initiate";
    static final String ACCEPT = "session-accept";
    static final String TERMINATE = "session-terminate";
    static final String INFO = "session-info";
    static final String TRANSPORT_INFO = "transport-info";
    static final String REPLACE = "transport-replace";
    static final String REPLACE_ACCEPT = "transport-accept";
    static final String REPLACE_REJECT = "transport-reject";

    private static final int LONGEST = 200;

    static Words of(String action, String sid, String name) {
        return new Words(action, sid, name, null, null, null, null);
    }

    Words describing(StandardExtensionElement what) {
        return new Words(action, sid, name, what, transport, reason, info);
    }

    Words by(StandardExtensionElement how) {
        return new Words(action, sid, name, description, how, reason, info);
    }

    static Words end(String sid, String reason) {
        return new Words(TERMINATE, sid, "", null, null, reason, null);
    }

    // ---- reading

    /** Empty if it can't be understood, or is about more than one thing. */
    static Optional<Words> read(StandardExtensionElement jingle) {
        String action = attribute(jingle, "action");
        String sid = attribute(jingle, "sid");
        var contents = jingle.getElements().stream()
                .filter(child -> child.getElementName().equals("content"))
                .toList();
        if (action.isEmpty() || sid.isEmpty() || contents.size() > 1) {
            return Optional.empty();
        }
        StandardExtensionElement content = contents.isEmpty() ? null : contents.get(0);
        boolean fromInitiator = content == null || attribute(content, "senders").matches("(initiator)?");
        if (!fromInitiator && action.equals(INITIATE)) {
            return Optional.of(of(action, sid, ""));
        }
        return Optional.of(new Words(
                action,
                sid,
                content == null ? "" : attribute(content, "name"),
                content == null ? null : child(content, "description"),
                content == null ? null : child(content, "transport"),
                reason(jingle),
                info(jingle)));
    }

    private static @Nullable String reason(StandardExtensionElement jingle) {
        StandardExtensionElement reason = child(jingle, "reason");
        return reason == null
                ? null
                : reason.getElements().stream()
                        .map(StandardExtensionElement::getElementName)
                        .filter(word -> !word.equals("text"))
                        .findFirst()
                        .orElse("");
    }

    private static @Nullable StandardExtensionElement info(StandardExtensionElement jingle) {
        return jingle.getElements().stream()
                .filter(child -> !child.getElementName().matches("content|reason"))
                .findFirst()
                .orElse(null);
    }

    /** Empty where there is none, or one that is too long to mean anything. */
    static String attribute(StandardExtensionElement element, String name) {
        String value = element.getAttributeValue(name);
        return value == null || value.length() > LONGEST ? "" : value;
    }

    /** Of whatever namespace: it tells what kind of description or transport it is. */
    static @Nullable StandardExtensionElement child(StandardExtensionElement parent, String name) {
        return parent.getElements().stream()
                .filter(child -> child.getElementName().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Of a child; empty where there is none. */
    static String text(StandardExtensionElement parent, String name) {
        StandardExtensionElement child = child(parent, name);
        String text = child == null ? null : child.getText();
        return text == null ? "" : text;
    }

    // ---- writing

    /** Only who began says so in it: some programs take the absence for an error. */
    ElementIq toIq(String initiator, String responder) {
        StandardExtensionElement.Builder jingle = StandardExtensionElement.builder(ELEMENT, NAMESPACE)
                .addAttribute("action", action)
                .addAttribute("initiator", initiator)
                .addAttribute("sid", sid);
        if (action.equals(ACCEPT)) {
            jingle.addAttribute("responder", responder);
        }
        if (!name.isEmpty()) {
            jingle.addElement(contentElement());
        }
        if (reason != null) {
            jingle.addElement(StandardExtensionElement.builder("reason", NAMESPACE)
                    .addElement(
                            StandardExtensionElement.builder(reason, NAMESPACE).build())
                    .build());
        }
        if (info != null) {
            jingle.addElement(info);
        }
        return new ElementIq(IQ.Type.set, jingle.build());
    }

    private StandardExtensionElement contentElement() {
        StandardExtensionElement.Builder content = StandardExtensionElement.builder("content", NAMESPACE)
                .addAttribute("creator", "initiator")
                .addAttribute("name", PlainText.xml(name))
                .addAttribute("senders", "initiator");
        if (description != null) {
            content.addElement(description);
        }
        if (transport != null) {
            content.addElement(transport);
        }
        return content.build();
    }
}
