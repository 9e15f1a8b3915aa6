package org.lamplight.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.directory.Entry;
import org.lamplight.directory.SearchText;
import org.lamplight.directory.SoughtNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks an account's server, over a connection that it makes when there is none. Blocks; used by one thread at a time. */
final class Asking implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final LdapKeys keys;
    private final Server server;
    private final Filters filters;
    private final EntryReader reader;
    private Server.@Nullable Link link;

    Asking(LdapKeys keys, Server server, String source) {
        this.keys = keys;
        this.server = server;
        this.filters = new Filters(keys.fields());
        this.reader = new EntryReader(source, keys.fields());
    }

    /** Finds out whether questions are answered. */
    void probe() throws Failure {
        read(new Reading(filters.anybody(), 1, "1.1"));
    }

    /** First as it was typed, and only where that does not find enough with other marks on the letters, which costs more. */
    List<Entry> search(SearchText text, int limit) throws Failure {
        if (text.words().isEmpty()) {
            return List.of();
        }
        Set<Entry> found = new LinkedHashSet<>(fitting(text, filters.words(text)));
        Optional<Filter> marked = filters.marked(text);
        if (found.size() < limit && marked.isPresent()) {
            found.addAll(fitting(text, marked.get()));
        }
        return new ArrayList<>(found);
    }

    private List<Entry> fitting(SearchText text, Filter filter) throws Failure {
        return entries(filter).stream().filter(entry -> text.fit(entry) > 0).toList();
    }

    List<Entry> lookup(SoughtNumber number) throws Failure {
        return keys.fields().numbers().isEmpty() ? List.of() : entries(filters.number(number));
    }

    private List<Entry> entries(Filter filter) throws Failure {
        return read(new Reading(filter, keys.size(), keys.fields().all())).stream()
                .flatMap(entry -> reader.read(entry).stream())
                .toList();
    }

    /** A server closes what was idle for long: that is no failure yet. */
    private List<SearchResultEntry> read(Reading reading) throws Failure {
        Server.Link kept = link;
        if (kept != null) {
            try {
                return reading.from(kept);
            } catch (LDAPException gone) {
                close();
                if (gone.getResultCode().isConnectionUsable()
                        || gone.getResultCode().equals(ResultCode.TIMEOUT)) {
                    throw Failure.of(gone, keys);
                }
                LOG.debug("{}: again with a new connection", keys.id(), gone);
            }
        }
        Server.Link fresh = server.connect();
        link = fresh;
        try {
            return reading.from(fresh);
        } catch (LDAPException failed) {
            close();
            throw Failure.of(failed, keys);
        }
    }

    @Override
    public void close() {
        if (link != null) {
            link.close();
            link = null;
        }
    }
}
