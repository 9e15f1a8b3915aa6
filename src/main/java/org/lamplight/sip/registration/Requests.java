package org.lamplight.sip.registration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lamplight.sip.account.SipKeys;
import org.lamplight.sip.flow.Flow;
import org.lamplight.sip.message.Allowed;
import org.lamplight.sip.message.Draft;
import org.lamplight.sip.message.NameAddress;
import org.lamplight.sip.message.SipUri;

/** The REGISTER requests of an account, one after the other (RFC 3261, section 10.2). On the account's thread. */
final class Requests {
    private final Flow flow;
    private final String instance;
    private final String callId = Draft.token();
    private final String tag = Draft.token();
    /** More than that many names that lead nowhere are nobody's business: they run out by themselves. */
    private static final int MOST = 5;

    private final Set<SipUri> outdated = new LinkedHashSet<>();
    private long sequence;

    Requests(Flow flow, String instance) {
        this.flow = flow;
        this.instance = instance;
    }

    String instance() {
        return instance;
    }

    /** The number of the next one. */
    long number() {
        return ++sequence;
    }

    /** We are not called so any more: the registrar is told with the next request. */
    void outdated(SipUri contact) {
        outdated.remove(contact);
        outdated.add(contact);
        outdated.stream().limit(Math.max(0, outdated.size() - MOST)).toList().forEach(outdated::remove);
    }

    /** It was told. */
    void forgetOutdated() {
        outdated.clear();
    }

    /** @param seconds that it is to last; 0: no longer */
    Draft next(long seconds) {
        SipKeys keys = flow.keys();
        SipUri domain = new SipUri(keys.address().secure(), "", keys.domain(), 0, List.of());
        SipUri registrar = keys.proxy().isPresent() ? keys.registrar() : domain;
        String own = keys.address().toString();
        Draft draft = new Draft("REGISTER", registrar.toString())
                .sequence(number())
                .with("Call-ID", callId)
                .with("From", NameAddress.text(null, own) + ";tag=" + tag)
                .with("To", NameAddress.text(null, own))
                .with(
                        "Contact",
                        '<' + flow.contact().toString() + ">;reg-id=1;+sip.instance=\"" + instance + "\";expires="
                                + seconds)
                .with("Expires", String.valueOf(seconds))
                .with("Supported", "path, outbound, gruu")
                .with("Allow", Allowed.METHODS);
        keys.proxy().ifPresent(any -> flow.routes().stream().limit(1).forEach(route -> draft.with("Route", route)));
        outdated.remove(flow.contact());
        if (seconds > 0) {
            outdated.forEach(old -> draft.with("Contact", '<' + old.toString() + ">;expires=0"));
        }
        return draft;
    }
}
