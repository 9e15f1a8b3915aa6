package org.lamplight.office.xmpp;

/** The namespaces that the office speaks. */
public final class Ns {
    public static final String CLIENT = "jabber:client";
    public static final String STREAM = "http://etherx.jabber.org/streams";
    public static final String STREAM_ERRORS = "urn:ietf:params:xml:ns:xmpp-streams";
    public static final String STANZA_ERRORS = "urn:ietf:params:xml:ns:xmpp-stanzas";
    public static final String TLS = "urn:ietf:params:xml:ns:xmpp-tls";
    public static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";
    public static final String BIND = "urn:ietf:params:xml:ns:xmpp-bind";
    public static final String SESSION = "urn:ietf:params:xml:ns:xmpp-session";
    public static final String ROSTER = "jabber:iq:roster";
    public static final String ROSTER_VERSIONS = "urn:xmpp:features:rosterver";
    public static final String ACKS = "urn:xmpp:sm:3";
    public static final String DISCO_INFO = "http://jabber.org/protocol/disco#info";
    public static final String DISCO_ITEMS = "http://jabber.org/protocol/disco#items";
    public static final String CAPS = "http://jabber.org/protocol/caps";
    public static final String PUBSUB = "http://jabber.org/protocol/pubsub";
    public static final String PUBSUB_EVENT = PUBSUB + "#event";
    public static final String PUBSUB_OWNER = PUBSUB + "#owner";
    public static final String DATA_FORM = "jabber:x:data";
    public static final String DELAY = "urn:xmpp:delay";
    public static final String PING = "urn:xmpp:ping";
    public static final String VERSION = "jabber:iq:version";
    public static final String LAST = "jabber:iq:last";
    public static final String TIME = "urn:xmpp:time";
    public static final String VCARD = "vcard-temp";
    public static final String VCARD_UPDATE = "vcard-temp:x:update";
    public static final String BLOCKING = "urn:xmpp:blocking";
    public static final String BLOCKING_ERRORS = "urn:xmpp:blocking:errors";
    public static final String INVISIBLE = "urn:xmpp:invisible:1";
    public static final String CARBONS = "urn:xmpp:carbons:2";
    public static final String FORWARD = "urn:xmpp:forward:0";
    public static final String RECEIPTS = "urn:xmpp:receipts";
    public static final String CHAT_STATES = "http://jabber.org/protocol/chatstates";
    public static final String ACTIVITY = "http://jabber.org/protocol/activity";
    public static final String AVATAR_DATA = "urn:xmpp:avatar:data";
    public static final String AVATAR_METADATA = "urn:xmpp:avatar:metadata";
    public static final String IDLE = "urn:xmpp:idle:1";
    public static final String UPLOAD = "urn:xmpp:http:upload:0";
    public static final String PRIVATE = "jabber:iq:private";

    private Ns() {}
}
