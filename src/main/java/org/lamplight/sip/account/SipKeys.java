package org.lamplight.sip.account;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.lamplight.backend.Account;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.Traversal;
import org.lamplight.core.Texts;
import org.lamplight.sip.message.SipUri;
import org.lamplight.sip.stack.Transport;

/**
 * What an account's file says, checked.
 *
 * @param address who we are, without parameters
 * @param registrar where we register; its host is the domain where nothing else is said
 * @param proxy where everything goes first, as a loose route
 * @param transport empty: what the server's records say
 * @param user that proves who we are
 * @param security what calls offer
 * @param securityRequired whether calls without any protection are refused
 * @param trust an authority's certificate (PEM)
 * @param ways how ways to others are found; without a password, which is asked for later
 * @param codecs in order of liking; none: all
 * @param suppressSilence whether calls send nothing while nobody speaks
 * @param strangers whether calls may come from anywhere else than our server
 * @param publishes whether our server is told how we are
 * @param subscribes whether our server is asked how others are
 * @param probeEvery how often our server is asked whether it is there; zero: never
 * @param services what is dialled there for more than a call
 */
public record SipKeys(
        String id,
        SipUri address,
        SipUri registrar,
        Optional<SipUri> proxy,
        Optional<Transport> transport,
        String user,
        Optional<String> displayName,
        MediaSecurity security,
        boolean securityRequired,
        Optional<Path> trust,
        Optional<Ways> ways,
        List<String> codecs,
        boolean suppressSilence,
        boolean strangers,
        boolean publishes,
        boolean subscribes,
        Duration probeEvery,
        Services services) {
    private static final int PROBE_SECONDS = 15;

    /** Throws {@link Unusable} with a sentence for the user. */
    public static SipKeys of(Account account) {
        Texts texts = Texts.of(SipKeys.class);
        SipUri address = address(account, texts);
        SipUri registrar = place(account, "registrar", texts)
                .orElse(new SipUri(address.secure(), "", address.host(), address.port(), List.of()));
        Optional<Transport> transport = transport(account, address, registrar, texts);
        return new SipKeys(
                account.id(),
                new SipUri(address.secure(), address.user(), address.host(), 0, List.of()),
                registrar,
                place(account, "proxy", texts),
                transport,
                account.get("auth-user").orElse(address.user()),
                account.get("display-name"),
                security(account, transport, texts),
                word(account, "srtp", "optional").equals("required"),
                account.get("trust").map(Path::of),
                Ways.of(account, texts),
                codecs(account),
                yes(account, "silence-suppression", "no", texts),
                yes(account, "strangers", "no", texts),
                yes(account, "publish", "yes", texts),
                yes(account, "subscribe", "yes", texts),
                Duration.ofSeconds(seconds(account, "probe", PROBE_SECONDS, texts)),
                Services.of(account, texts));
    }

    private static SipUri address(Account account, Texts texts) {
        String said = account.get("address").orElse("");
        String text = said.matches("(?i)sips?:.*") ? said : "sip:" + said;
        return SipUri.of(text)
                .filter(SipUri::hasUser)
                .orElseThrow(() -> new Unusable(texts.get("address.wrong", said)));
    }

    private static Optional<SipUri> place(Account account, String key, Texts texts) {
        return account.get(key)
                .map(said -> SipUri.of(said.matches("(?i)sips?:.*") ? said : "sip:" + said)
                        .orElseThrow(() -> new Unusable(texts.get("place.wrong", key, said))));
    }

    private static Optional<Transport> transport(Account account, SipUri address, SipUri registrar, Texts texts) {
        String word = account.get("transport")
                .or(() -> registrar.parameter("transport"))
                .orElse("auto")
                .toLowerCase(Locale.ROOT);
        Optional<Transport> said = Transport.of(word);
        if (said.isEmpty() && !word.equals("auto")) {
            throw new Unusable(texts.get("transport.wrong", word));
        }
        boolean secure = address.secure() || registrar.secure();
        if (secure && said.isPresent() && said.get() != Transport.TLS) {
            throw new Unusable(texts.get("transport.secure"));
        }
        return secure ? Optional.of(Transport.TLS) : said;
    }

    private static MediaSecurity security(Account account, Optional<Transport> transport, Texts texts) {
        MediaSecurity keys = keys(account, texts);
        String word = word(account, "srtp", "optional");
        boolean tls = transport.filter(Transport.TLS::equals).isPresent();
        return switch (word) {
            case "off" -> MediaSecurity.NONE;
            // keys in the signalling are as secret as that: so they are offered over TLS only
            case "optional" -> keys == MediaSecurity.SDES && !tls ? MediaSecurity.NONE : keys;
            case "required" -> keys;
            default -> throw new Unusable(texts.get("srtp.wrong", word));
        };
    }

    private static MediaSecurity keys(Account account, Texts texts) {
        String word = word(account, "srtp-keys", "sdes");
        return MediaSecurity.of(word)
                .filter(one -> one != MediaSecurity.NONE)
                .orElseThrow(() -> new Unusable(texts.get("srtp-keys.wrong", word)));
    }

    private static String word(Account account, String key, String usual) {
        return account.get(key).orElse(usual).toLowerCase(Locale.ROOT);
    }

    private static List<String> codecs(Account account) {
        return account.get("codecs").stream()
                .flatMap(names -> Arrays.stream(names.toLowerCase(Locale.ROOT).split("[,\\s]+")))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static boolean yes(Account account, String key, String usual, Texts texts) {
        String word = account.get(key).orElse(usual).toLowerCase(Locale.ROOT);
        if (!word.matches("yes|no")) {
            throw new Unusable(texts.get("yes.wrong", key, word));
        }
        return word.equals("yes");
    }

    private static int seconds(Account account, String key, int usual, Texts texts) {
        String said = account.get(key).orElse(String.valueOf(usual));
        if (!said.matches("\\d{1,5}")) {
            throw new Unusable(texts.get("seconds.wrong", key, said));
        }
        return Integer.parseInt(said);
    }

    /** How calls find their ways, if they are to look for any; the relay knows us under the same name as our server. */
    public Optional<Traversal> traversal(Supplier<Optional<char[]>> password) {
        return ways.map(one -> new Traversal(one.relayOnly(), one.stun(), one.turn(), user, password));
    }

    public String domain() {
        return address.host();
    }

    /** For whom our server's certificate may speak. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(List.of(address.bareHost(), registrar.bareHost()));
        proxy.map(SipUri::bareHost).ifPresent(names::add);
        return names;
    }

    /** The first host on the way: the proxy, or else the registrar. */
    public SipUri first() {
        return proxy.orElse(registrar);
    }
}
