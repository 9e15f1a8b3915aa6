package org.lamplight.office.xmpp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;
import org.lamplight.office.xmpp.xml.StreamException;

/** A client on the wire, with or without a connection at the moment (XEP-0198). Guarded by the switchboard. */
final class ClientSession extends Session {
    private final Switchboard switchboard;
    private final Hibernation hibernation;
    private final HeldBack heldBack = new HeldBack();
    private @Nullable Connection connection;
    private @Nullable Acks acks;
    private @Nullable String resumeId;
    private int cuts;

    ClientSession(
            Account account, String resource, Connection connection, Switchboard switchboard, Hibernation hibernation) {
        super(account, resource);
        this.connection = connection;
        this.switchboard = switchboard;
        this.hibernation = hibernation;
    }

    @Override
    boolean isRemote() {
        return true;
    }

    int cuts() {
        return cuts;
    }

    boolean isCut() {
        return connection == null;
    }

    @Override
    void deliver(Element stanza) {
        if (!heldBack.takes(stanza)) {
            heldBack.before(stanza).forEach(this::pass);
            pass(stanza);
        }
    }

    private void pass(Element stanza) {
        Acks counting = acks;
        boolean alive = counting == null || counting.sent(stanza);
        Connection wire = connection;
        if (wire == null) {
            return;
        }
        if (!alive) {
            wire.cut();
            return;
        }
        wire.send(stanza);
        if (counting != null && counting.shouldAsk(stanza)) {
            wire.send(Element.of("r", Ns.ACKS));
        }
    }

    @Override
    void end(String condition) {
        Connection wire = connection;
        connection = null;
        if (wire != null) {
            wire.fail(condition);
        }
        finish();
    }

    /** The end: others see it go, and what the client did not confirm goes elsewhere. */
    void finish() {
        String id = resumeId;
        if (id != null) {
            hibernation.forget(id);
            resumeId = null;
        }
        switchboard.end(this);
        Acks counting = acks;
        acks = null;
        for (Acks.Sent sent : counting == null ? List.<Acks.Sent>of() : counting.unconfirmed()) {
            if (sent.stanza().name().equals("message")) {
                switchboard.messages().undelivered(account(), sent.stanza(), sent.at());
            }
        }
    }

    /** An element has come on one of its connections; on an old one it means nothing. */
    void received(Connection wire, Element element) throws StreamException {
        synchronized (switchboard) {
            if (connection != wire) {
                return;
            }
            if (element.namespace().equals(Ns.CLIENT)) {
                stanza(element);
            } else if (element.namespace().equals(Ns.ACKS)) {
                acknowledgement(wire, element);
            } else if (element.is("inactive", HeldBack.NAMESPACE)) {
                heldBack.begin();
            } else if (element.is("active", HeldBack.NAMESPACE)) {
                heldBack.end().forEach(this::pass);
            } else {
                throw new StreamException("unsupported-stanza-type");
            }
        }
    }

    private void stanza(Element stanza) throws StreamException {
        if (!List.of("message", "presence", "iq").contains(stanza.name())) {
            throw new StreamException("unsupported-stanza-type");
        }
        Acks counting = acks;
        if (counting != null) {
            counting.received();
        }
        switchboard.received(this, stanza);
    }

    private void acknowledgement(Connection wire, Element element) throws StreamException {
        Acks counting = acks;
        if (element.name().equals("enable") && counting == null) {
            enable(wire, element);
        } else if (element.name().equals("r") && counting != null) {
            wire.send(Element.of("a", Ns.ACKS).with("h", Long.toString(counting.handled())));
        } else if (element.name().equals("a") && counting != null) {
            if (!counting.confirm(count(element))) {
                throw new StreamException("undefined-condition");
            }
        } else {
            Element failed = Element.of("failed", Ns.ACKS);
            failed.child("unexpected-request", Ns.STANZA_ERRORS);
            wire.send(failed);
        }
    }

    private void enable(Connection wire, Element enable) {
        acks = new Acks();
        Element enabled = Element.of("enabled", Ns.ACKS);
        if (List.of("true", "1").contains(enable.attribute("resume", "false"))) {
            String id = hibernation.register(this);
            resumeId = id;
            enabled.with("id", id).with("resume", "true").with("max", Long.toString(hibernation.seconds()));
        }
        wire.send(enabled);
    }

    static long count(Element element) throws StreamException {
        String text = element.attribute("h", "");
        if (!text.matches("\\d{1,10}")) {
            throw new StreamException("bad-format");
        }
        return Long.parseLong(text);
    }

    /** A new connection goes on where the old one was cut; false if the client's count cannot be. */
    boolean resume(Connection wire, long clientHandled) {
        Acks counting = acks;
        String id = resumeId;
        if (counting == null || id == null || !counting.confirm(clientHandled)) {
            return false;
        }
        Connection old = connection;
        if (old != null) {
            // The server has not yet noticed the cut.
            connection = null;
            old.cut();
        }
        cuts++;
        connection = wire;
        wire.send(Element.of("resumed", Ns.ACKS).with("previd", id).with("h", Long.toString(counting.handled())));
        counting.unconfirmed().forEach(sent -> wire.send(sent.stanza()));
        wire.send(Element.of("r", Ns.ACKS));
        // A client that resumes is active until it says otherwise.
        heldBack.end().forEach(this::pass);
        return true;
    }

    /** Tells the session that one of its connections, perhaps an old one, is over. */
    void ended(Connection wire, boolean orderly) {
        synchronized (switchboard) {
            if (connection != wire) {
                return;
            }
            connection = null;
            cuts++;
            if (orderly || resumeId == null) {
                finish();
            } else {
                hibernation.sleep(this);
            }
        }
    }
}
