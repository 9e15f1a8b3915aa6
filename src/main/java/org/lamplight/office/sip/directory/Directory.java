package org.lamplight.office.sip.directory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.message.SipUri;

/** All accounts, by user and by number. Immutable. */
public final class Directory {
    private final String domain;
    private final Map<String, SipAccount> users = new LinkedHashMap<>();
    private final Map<String, SipAccount> numbers = new LinkedHashMap<>();

    public Directory(String domain, Collection<SipAccount> accounts) {
        this.domain = domain;
        for (SipAccount account : accounts) {
            users.put(account.user(), account);
            numbers.put(account.extension(), account);
        }
    }

    public String domain() {
        return domain;
    }

    /** By the user alone, as for passwords. */
    public @Nullable SipAccount user(String user) {
        return users.get(user.toLowerCase(Locale.ROOT));
    }

    /** By the user or the number. */
    public @Nullable SipAccount find(String dialled) {
        SipAccount account = user(dialled);
        return account == null ? numbers.get(dialled.replaceAll("[-. ()]", "")) : account;
    }

    /** The account that an address belongs to; null if it is another domain's, or nobody's. */
    public @Nullable SipAccount find(@Nullable SipUri uri) {
        boolean here = uri != null
                && (uri.at().host().equals(domain) || uri.at().host().startsWith("127."));
        return here && uri != null ? find(uri.user()) : null;
    }

    /** The address of record. */
    public String address(SipAccount account) {
        return "sip:" + account.user() + "@" + domain;
    }
}
