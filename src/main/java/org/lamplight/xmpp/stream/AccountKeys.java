package org.lamplight.xmpp.stream;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;
import org.lamplight.backend.Account;
import org.lamplight.core.Texts;

/**
 * What an account's file says, checked.
 *
 * @param host where to connect; empty: found by the domain's SRV records
 * @param port 0: the usual one
 * @param busyIsQuiet whether the busy are shown as dnd rather than as away
 * @param hidesAddress whether contacts must not learn the addresses of this machine when files go to them
 * @param uploadHosts other hosts to which the server may send our files
 */
public record AccountKeys(
        EntityBareJid address,
        Optional<String> host,
        int port,
        Security security,
        Optional<Path> trust,
        boolean busyIsQuiet,
        boolean hidesAddress,
        List<String> uploadHosts) {
    private static final int USUAL_PORT = 5222;
    private static final int USUAL_TLS_PORT = 5223;

    /** How the connection is protected. */
    public enum Security {
        STARTTLS,
        TLS,
        /** In clear: for servers on this very machine only. */
        LOOPBACK
    }

    /** Throws {@link Unusable} with a sentence for the user. */
    public static AccountKeys of(Account account) {
        Texts texts = Texts.of(AccountKeys.class);
        String address = account.get("address").orElse("");
        EntityBareJid jid = JidCreate.entityBareFromOrNull(address);
        if (jid == null) {
            throw new Unusable(texts.get("address.wrong", address));
        }
        Security security = security(account, texts);
        return new AccountKeys(
                jid,
                host(account, texts),
                port(account, security, texts),
                security,
                account.get("trust").map(Path::of),
                busyIsQuiet(account, texts),
                hidesAddress(account, texts),
                account.get("upload-hosts").stream()
                        .flatMap(hosts -> Arrays.stream(hosts.split("[,\\s]+")))
                        .filter(host -> !host.isEmpty())
                        .toList());
    }

    private static Optional<String> host(Account account, Texts texts) {
        Optional<ServerPlace> place = place(account);
        if (place.filter(one -> !one.isHost()).isPresent()) {
            throw new Unusable(texts.get("server.wrong", account.get("server").orElse("")));
        }
        return place.map(ServerPlace::host);
    }

    private static Optional<ServerPlace> place(Account account) {
        return account.get("server").map(ServerPlace::of);
    }

    private static boolean busyIsQuiet(Account account, Texts texts) {
        String show = account.get("busy-show").orElse("away").toLowerCase(Locale.ROOT);
        if (!show.matches("away|dnd")) {
            throw new Unusable(texts.get("busy.wrong", show));
        }
        return show.equals("dnd");
    }

    private static boolean hidesAddress(Account account, Texts texts) {
        String word = account.get("hide-address").orElse("no").toLowerCase(Locale.ROOT);
        if (!word.matches("yes|no")) {
            throw new Unusable(texts.get("hide.wrong", word));
        }
        return word.equals("yes");
    }

    private static Security security(Account account, Texts texts) {
        String word = account.get("security").orElse("starttls").toLowerCase(Locale.ROOT);
        return switch (word) {
            case "starttls" -> Security.STARTTLS;
            case "tls" -> Security.TLS;
            case "none" -> loopbackOnly(account, texts);
            default -> throw new Unusable(texts.get("security.wrong", word));
        };
    }

    private static Security loopbackOnly(Account account, Texts texts) {
        if (place(account).filter(ServerPlace::isLoopback).isEmpty()) {
            throw new Unusable(texts.get("security.none"));
        }
        return Security.LOOPBACK;
    }

    private static int port(Account account, Security security, Texts texts) {
        String text = account.get("port")
                .or(() -> place(account).flatMap(ServerPlace::port))
                .orElse("");
        if (text.isEmpty()) {
            return security == Security.TLS ? USUAL_TLS_PORT : USUAL_PORT;
        }
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            throw new Unusable(texts.get("port.wrong", text));
        }
        return port;
    }

    public String domain() {
        return address.getDomain().toString();
    }

    public String bare() {
        return address.toString();
    }

    /** An address as the rest of the program writes it, from one that users may write in any form. */
    public static EntityBareJid jid(String bare) throws XmppStringprepException {
        return JidCreate.entityBareFrom(bare);
    }

    /** An account file that can't work; the message is a sentence for the user. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unusable(String sentence) {
            super(sentence);
        }
    }
}
