package org.lamplight.office.xmpp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.sasl.Mechanism;
import org.lamplight.office.xmpp.sasl.Mechanisms;
import org.lamplight.office.xmpp.sasl.SaslException;
import org.lamplight.office.xmpp.xml.Element;
import org.lamplight.office.xmpp.xml.StreamException;

/** SASL on the stream (RFC 6120 section 6). For the connection's reader thread. */
final class Login {
    private static final int MOST_TRIES = 5;

    private final Connection connection;
    private final Mechanisms mechanisms;
    private @Nullable Mechanism mechanism;
    private int failures;

    Login(Connection connection, Mechanisms mechanisms) {
        this.connection = connection;
        this.mechanisms = mechanisms;
    }

    /** Takes one element of the exchange; the user's name once it has succeeded. */
    @Nullable
    String received(Element element) throws StreamException {
        try {
            Mechanism.Step step = step(element);
            String text = Base64.getEncoder().encodeToString(step.data().getBytes(UTF_8));
            String name = step.user() == null ? "challenge" : "success";
            connection.send(Element.of(name, Ns.SASL).text(text));
            return step.user();
        } catch (SaslException e) {
            mechanism = null;
            Element failure = Element.of("failure", Ns.SASL);
            failure.child(e.condition(), Ns.SASL);
            connection.send(failure);
            if (++failures >= MOST_TRIES) {
                throw new StreamException("policy-violation");
            }
            return null;
        }
    }

    private Mechanism.Step step(Element element) throws SaslException {
        switch (element.name()) {
            case "auth" -> {
                Mechanism begun = mechanisms.begin(element.attribute("mechanism", ""), connection.isEncrypted());
                mechanism = begun;
                return begun.respond(element.text().isEmpty() ? null : decode(element.text()));
            }
            case "response" -> {
                Mechanism going = mechanism;
                if (going == null) {
                    throw new SaslException("malformed-request");
                }
                return going.respond(decode(element.text()));
            }
            default -> throw new SaslException("aborted");
        }
    }

    private static byte[] decode(String text) throws SaslException {
        String data = text.trim();
        try {
            return data.equals("=") ? new byte[0] : Base64.getDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            throw new SaslException("incorrect-encoding");
        }
    }
}
