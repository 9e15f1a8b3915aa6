package org.lamplight.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads entries below the base, page by page where the server can (RFC 2696). Blocks. Immutable. */
final class Reading {
    private static final int PAGE = 250;
    private static final Set<ResultCode> CUT_SHORT =
            Set.of(ResultCode.SIZE_LIMIT_EXCEEDED, ResultCode.TIME_LIMIT_EXCEEDED, ResultCode.ADMIN_LIMIT_EXCEEDED);

    private final Filter filter;
    private final int most;
    private final String[] attributes;

    Reading(Filter filter, int most, String... attributes) {
        this.filter = filter;
        this.most = most;
        this.attributes = attributes;
    }

    /** What there is; where the server would not give all, what it gave. */
    List<SearchResultEntry> from(Server.Link link) throws LDAPException {
        List<SearchResultEntry> all = new ArrayList<>();
        ASN1OctetString cookie = null;
        int pages = 0;
        try {
            do {
                SearchRequest request = request(link, cookie);
                SearchResult page = link.connection().search(request);
                all.addAll(page.getSearchEntries());
                cookie = more(page);
            } while (cookie != null && all.size() < most && ++pages < mostPages());
        } catch (LDAPSearchException ended) {
            if (!CUT_SHORT.contains(ended.getResultCode())) {
                throw ended;
            }
            all.addAll(ended.getSearchEntries());
        }
        return all;
    }

    private SearchRequest request(Server.Link link, @Nullable ASN1OctetString cookie) {
        SearchRequest request = new SearchRequest(link.base(), SearchScope.SUB, filter, attributes);
        request.setTimeLimitSeconds(Server.PATIENCE_MS / 1000);
        if (link.paged() && most > 1) {
            request.addControl(new SimplePagedResultsControl(Math.min(PAGE, most), cookie));
        }
        request.setSizeLimit(most);
        return request;
    }

    /** Pages may be smaller than asked for, but a server may not give empty ones for ever. */
    private int mostPages() {
        return 4 + 4 * most / PAGE;
    }

    private static @Nullable ASN1OctetString more(SearchResult page) throws LDAPException {
        SimplePagedResultsControl said = SimplePagedResultsControl.get(page);
        return said != null && said.moreResultsToReturn() ? said.getCookie() : null;
    }
}
