package org.lamplight.office.xmpp;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.archive.StanzaIds;
import org.lamplight.office.xmpp.sasl.Credentials;
import org.lamplight.office.xmpp.sasl.ScramHash;
import org.lamplight.office.xmpp.sasl.ScramKeys;
import org.lamplight.office.xmpp.xml.Element;

/**
 * The server's state, and the way of every stanza through it.
 *
 * <p>One lock guards everything: this object's monitor. Public doors are synchronized; what they call (handlers,
 * accounts, sessions) expects the monitor to be held and never blocks under it.
 */
final class Switchboard implements Credentials {
    private final String domain;
    private final String epoch = Long.toString(System.currentTimeMillis(), 36);
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, ScramKeys> scramKeys = new HashMap<>();
    private final PresenceDesk presences = new PresenceDesk(this);
    private final MessageDesk messages = new MessageDesk(this);
    private final IqDesk iqs = new IqDesk(this);
    private final RosterDesk rosters = new RosterDesk(this);
    private final Caps caps = new Caps(this);
    private final Pep pep = new Pep(this);
    private final BlockingIq blocking = new BlockingIq(this);
    private final Components components = new Components(this);
    private Consumer<String> loginWatcher = account -> {};

    Switchboard(String domain) {
        this.domain = domain;
        List.of(
                        new RosterIq(rosters),
                        new DiscoIq(this),
                        new PubSubIq(pep),
                        new VCardIq(),
                        new PrivateIq(),
                        blocking,
                        new CarbonsIq(),
                        new ArchiveIq(),
                        new InvisibleIq(this),
                        new LastIq(),
                        new SmallIqs())
                .forEach(iqs::add);
    }

    String domain() {
        return domain;
    }

    Caps caps() {
        return caps;
    }

    Pep pep() {
        return pep;
    }

    RosterDesk rosters() {
        return rosters;
    }

    PresenceDesk presences() {
        return presences;
    }

    MessageDesk messages() {
        return messages;
    }

    Components components() {
        return components;
    }

    synchronized List<Report> reports() {
        return blocking.reports();
    }

    List<String> features() {
        return iqs.features();
    }

    synchronized Account addAccount(String local, String password) {
        Account account = new Account(new Jid(local, domain, ""), password, epoch);
        accounts.put(local, account);
        return account;
    }

    @Nullable
    Account account(Jid jid) {
        return jid.domain().equals(domain) ? accounts.get(jid.local()) : null;
    }

    synchronized Account require(String local) {
        Account account = accounts.get(local);
        if (account == null) {
            throw new IllegalArgumentException("no account " + local);
        }
        return account;
    }

    /** Tells whoever runs the colleagues that an account's clients came or went; called with the monitor held. */
    synchronized void watchLogins(Consumer<String> watcher) {
        loginWatcher = watcher;
    }

    @Override
    public synchronized @Nullable String password(String user) {
        Account account = accounts.get(user);
        return account == null ? null : account.password;
    }

    @Override
    public @Nullable ScramKeys keys(String user, ScramHash hash) {
        String password = password(user);
        if (password == null) {
            return null;
        }
        synchronized (scramKeys) {
            return scramKeys.computeIfAbsent(user + " " + hash, key -> ScramKeys.of(password, hash));
        }
    }

    /** A resource for a client that wants none in particular; not to be guessed (RFC 6120 section 7.6). */
    static String newResource() {
        return "office-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Takes a session in. One with the same resource is replaced (RFC 6120 section 7.7.2.2). */
    synchronized void begin(Session session) {
        Session old = session.account().session(session.jid().resource());
        if (old != null) {
            old.end("conflict");
            end(old);
        }
        session.account().add(session);
        loginsChanged(session);
    }

    /** Forgets a session; others see it go. Nothing happens the second time. */
    synchronized void end(Session session) {
        if (session.account().remove(session)) {
            presences.gone(session);
            caps.gone(session);
            session.account().lastSeen = Instant.now();
            loginsChanged(session);
        }
    }

    private void loginsChanged(Session session) {
        if (session.isRemote()) {
            loginWatcher.accept(session.jid().local());
        }
    }

    /** Whether a client on the wire is logged in to an account. */
    synchronized boolean isLoggedIn(String local) {
        return require(local).sessions().stream().anyMatch(Session::isRemote);
    }

    /** Takes a stanza from a session and sees it on its way. */
    synchronized void received(Session from, Element stanza) {
        if (from.account().session(from.jid().resource()) != from) {
            return;
        }
        Element stamped = stanza.copy().with("from", from.jid().toString());
        String address = stanza.attribute("to");
        Jid to = Jid.parse(address);
        if (address != null && to == null) {
            refuse(from, stamped, Condition.JID_MALFORMED);
            return;
        }
        Component component = components.of(stamped, to);
        if (component != null && to != null) {
            components.received(from, withoutClaims(stamped), to, component);
            return;
        }
        switch (stanza.name()) {
            case "presence" -> presences.received(from, stamped, to);
            case "message" -> messages.received(from, withoutClaims(stamped), to == null ? from.account().jid : to);
            case "iq" -> iqs.received(from, stamped, to);
            default -> refuse(from, stamped, Condition.FEATURE_NOT_IMPLEMENTED);
        }
    }

    /** Only the server and its services give ids in their names (XEP-0359). */
    private Element withoutClaims(Element stanza) {
        return StanzaIds.withoutClaims(stanza, by -> {
            Jid jid = Jid.parse(by);
            return jid != null && (jid.domain().equals(domain) || jid.domain().endsWith("." + domain));
        });
    }

    /** Takes a stanza from a component; with the monitor held. */
    void fromComponent(Jid to, Element stanza) {
        Account account = account(to);
        if (account == null) {
            return;
        }
        if (stanza.name().equals("presence")) {
            presences.deliver(to, stanza);
            return;
        }
        Session session = to.isBare() ? null : account.session(to.resource());
        if (stanza.name().equals("message")) {
            messages.fromComponent(account, to, stanza);
        } else if (session != null) {
            session.deliver(stanza.copy().with("to", to.toString()));
        }
    }

    /** Answers with an error, unless the stanza is one itself or an answer. */
    void refuse(Session from, Element stanza, Condition condition) {
        String type = stanza.attribute("type", "");
        if (!type.equals("error") && !(stanza.name().equals("iq") && type.equals("result"))) {
            from.deliver(Stanzas.error(stanza, condition));
        }
    }
}
