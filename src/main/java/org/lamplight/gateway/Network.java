package org.lamplight.gateway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.lamplight.core.Texts;

/** The network behind a gateway, as its identity in service discovery names it (XMPP registrar, category "gateway"). */
public enum Network {
    IRC,
    SMS,
    SIP,
    XMPP,
    DISCORD,
    MATRIX,
    MATTERMOST,
    TELEGRAM,
    WHATSAPP,
    FACEBOOK,
    SIGNAL,
    SKYPE,
    SLACK,
    STEAM,
    AIM,
    ICQ,
    SAMETIME,
    SIMPLE,
    EMAIL,
    UNKNOWN;

    /** Types that the registrar, or gateways of today, write in another way. */
    private static final Map<String, Network> ALSO = Map.of(
            "smtp", EMAIL, "simple", SIMPLE, "messenger", FACEBOOK, "gtalk", XMPP, "jabber", XMPP, "mail", EMAIL);

    /** The network of an identity's type; {@link #UNKNOWN} for all that is not in the list. */
    public static Network of(String type) {
        String key = type.strip().toLowerCase(Locale.ROOT);
        return ALSO.getOrDefault(
                key,
                Arrays.stream(values())
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElse(UNKNOWN));
    }

    /** Stable, in small letters: the control interface and the labels of addresses use it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The network's own name; of what has none of its own, a word in the user's language. */
    public String label() {
        return Texts.of(Network.class).get("network." + key());
    }
}
