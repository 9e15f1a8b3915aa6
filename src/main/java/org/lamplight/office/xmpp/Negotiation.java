package org.lamplight.office.xmpp;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.sasl.Mechanisms;
import org.lamplight.office.xmpp.xml.Element;
import org.lamplight.office.xmpp.xml.StreamException;

/** From the stream's opening to a session: STARTTLS, SASL, then binding or resumption (RFC 6120 sections 4 to 7). */
final class Negotiation implements Connection.Stage {
    private final Connection connection;
    private final XmppSettings settings;
    private final Switchboard switchboard;
    private final Hibernation hibernation;
    private final Mechanisms mechanisms;
    private final Login login;
    private @Nullable String user;

    Negotiation(Connection connection, XmppSettings settings, Switchboard switchboard, Hibernation hibernation) {
        this.connection = connection;
        this.settings = settings;
        this.switchboard = switchboard;
        this.hibernation = hibernation;
        this.mechanisms = new Mechanisms(switchboard);
        this.login = new Login(connection, mechanisms);
    }

    @Override
    public Element features() {
        Element features = Element.of("stream:features", Ns.CLIENT);
        if (user != null) {
            features.child("bind", Ns.BIND);
            features.child("session", Ns.SESSION).child("optional", Ns.SESSION);
            features.child("ver", Ns.ROSTER_VERSIONS);
            features.child("sm", Ns.ACKS);
            features.child("csi", HeldBack.NAMESPACE);
            return features;
        }
        if (mayStartTls()) {
            Element tls = features.child("starttls", Ns.TLS);
            if (settings.requiresTls()) {
                tls.child("required", Ns.TLS);
            }
        }
        if (mayLogIn()) {
            Element list = features.child("mechanisms", Ns.SASL);
            for (String name : mechanisms.names(connection.isEncrypted())) {
                list.add(Element.of("mechanism", Ns.SASL).text(name));
            }
        }
        return features;
    }

    private boolean mayStartTls() {
        return settings.offersStartTls() && !connection.isEncrypted();
    }

    private boolean mayLogIn() {
        return connection.isEncrypted() || !settings.requiresTls();
    }

    @Override
    public void received(Element element) throws StreamException, IOException {
        switch (element.namespace()) {
            case Ns.TLS -> startTls(element);
            case Ns.SASL -> authenticate(element);
            case Ns.CLIENT -> bind(element);
            case Ns.ACKS -> resume(element);
            default -> throw new StreamException("unsupported-stanza-type");
        }
    }

    private void startTls(Element element) throws StreamException, IOException {
        if (!element.name().equals("starttls") || !mayStartTls() || user != null) {
            connection.send(Element.of("failure", Ns.TLS));
            throw new StreamException("policy-violation");
        }
        connection.send(Element.of("proceed", Ns.TLS));
        connection.startTls(settings.tls());
        connection.expectRestart();
    }

    private void authenticate(Element element) throws StreamException {
        if (user != null || !mayLogIn()) {
            throw new StreamException("policy-violation");
        }
        user = login.received(element);
        if (user != null) {
            connection.expectRestart();
        }
    }

    private void bind(Element iq) throws StreamException {
        String name = user;
        Element bind = iq.find("bind", Ns.BIND);
        if (name == null || !iq.name().equals("iq") || bind == null) {
            throw new StreamException("not-authorized");
        }
        String wanted = bind.childText("resource");
        if (wanted != null && wanted.length() > 1000) {
            connection.send(Stanzas.error(iq, Condition.BAD_REQUEST));
            return;
        }
        synchronized (switchboard) {
            Account account = switchboard.require(name);
            String resource = wanted == null || wanted.isBlank() ? Switchboard.newResource() : wanted;
            ClientSession session = new ClientSession(account, resource, connection, switchboard, hibernation);
            Element result = Stanzas.result(iq).with("from", null).with("to", null);
            result.child("bind", Ns.BIND)
                    .add(Element.of("jid", Ns.BIND).text(session.jid().toString()));
            connection.send(result);
            connection.stage(new SessionStage(session, connection));
            switchboard.begin(session);
        }
    }

    private void resume(Element element) throws StreamException {
        String name = user;
        if (name == null) {
            throw new StreamException("not-authorized");
        }
        if (!element.name().equals("resume")) {
            refuse("unexpected-request");
            return;
        }
        long handled = ClientSession.count(element);
        synchronized (switchboard) {
            ClientSession session = hibernation.find(element.attribute("previd", ""), name);
            if (session == null || !session.resume(connection, handled)) {
                refuse("item-not-found");
                return;
            }
            connection.stage(new SessionStage(session, connection));
        }
    }

    private void refuse(String condition) {
        Element failed = Element.of("failed", Ns.ACKS);
        failed.child(condition, Ns.STANZA_ERRORS);
        connection.send(failed);
    }

    @Override
    public void ended(boolean orderly) {
        // There is no session to end.
    }
}
