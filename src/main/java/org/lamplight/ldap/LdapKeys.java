package org.lamplight.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.lamplight.backend.Account;
import org.lamplight.core.Texts;

/**
 * What an account's file says, checked.
 *
 * @param base where people stand; empty: where the server says that it begins
 * @param bindDn who we are there; empty: nobody in particular
 * @param trust an authority's certificate (PEM)
 * @param referrals whether other servers are asked where this one names them
 * @param size how many entries are read for one question
 */
record LdapKeys(
        String id,
        String host,
        int port,
        Security security,
        Optional<String> base,
        Optional<String> bindDn,
        Fields fields,
        Optional<Path> trust,
        boolean referrals,
        int size) {
    private static final int USUAL_SIZE = 500;
    private static final int PORT = 389;
    private static final int TLS_PORT = 636;

    /** Throws {@link Unusable} with a sentence for the user. */
    static LdapKeys of(Account account) {
        Texts texts = Texts.of(LdapKeys.class);
        String said = account.get("url").orElse("");
        LDAPURL url = url(said, texts);
        Security security = Security.of(account, url.getScheme().equalsIgnoreCase("ldaps"), url.getHost(), texts);
        return new LdapKeys(
                account.id(),
                url.getHost().replaceAll("[\\[\\]]", ""),
                url.portProvided() ? url.getPort() : security == Security.TLS ? TLS_PORT : PORT,
                security,
                account.get("base").or(() -> inUrl(url)),
                account.get("bind-dn"),
                Fields.of(account, texts),
                account.get("trust").map(Path::of),
                yes(account, "referrals", texts),
                size(account, texts));
    }

    private static LDAPURL url(String said, Texts texts) {
        try {
            LDAPURL url = new LDAPURL(said);
            if (url.getScheme().matches("(?i)ldaps?") && url.hostProvided()) {
                return url;
            }
        } catch (LDAPException unreadable) {
            // as with one that lacks its host
        }
        throw new Unusable(texts.get("url.wrong", said));
    }

    private static Optional<String> inUrl(LDAPURL url) {
        return url.baseDNProvided() ? Optional.of(url.getBaseDN().toString()) : Optional.empty();
    }

    private static boolean yes(Account account, String key, Texts texts) {
        String word = account.get(key).orElse("no").toLowerCase(Locale.ROOT);
        if (!word.matches("yes|no")) {
            throw new Unusable(texts.get("yes.wrong", key, word));
        }
        return word.equals("yes");
    }

    private static int size(Account account, Texts texts) {
        String said = account.get("size").orElse(String.valueOf(USUAL_SIZE));
        if (!said.matches("[1-9]\\d{0,4}")) {
            throw new Unusable(texts.get("size.wrong", said));
        }
        return Integer.parseInt(said);
    }

    /** Host and port, for people. */
    String place() {
        return host + ":" + port;
    }
}
