package org.lamplight.office;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.office.sip.SipServer;
import org.lamplight.office.sip.SipSettings;
import org.lamplight.office.sip.directory.SipAccount;
import org.lamplight.office.tls.SelfSignedCertificate;

/** The telephones of the office's people: the same names and passwords as everywhere, and a number each. */
final class Telephones {
    private static final int FIRST_NUMBER = 6001;

    private final List<SipAccount> accounts = new ArrayList<>();
    private final SipServer server;

    private Telephones(List<OfficeAccount> people, SipSettings settings) throws IOException {
        for (OfficeAccount person : people) {
            String user = person.address().substring(0, person.address().indexOf('@'));
            String number = String.valueOf(FIRST_NUMBER + accounts.size());
            // the newcomer is somebody real: nobody else answers that telephone
            accounts.add(new SipAccount(user, person.password(), person.name(), number, !accounts.isEmpty()));
        }
        server = SipServer.open(settings, accounts);
    }

    /** Opens the server for these people, the newcomer first. */
    static Telephones open(
            String domain,
            OfficeOptions options,
            double pace,
            SelfSignedCertificate certificate,
            List<OfficeAccount> people)
            throws IOException, GeneralSecurityException {
        int base = options.portBase();
        SipSettings settings = SipSettings.of(domain)
                .withPorts(base == 0 ? 0 : base + 3, base == 0 ? 0 : base + 4)
                .withTls(certificate.serverContext())
                .withPace(pace);
        return new Telephones(people, settings);
    }

    SipServer server() {
        return server;
    }

    /** The accounts for clients, in the order of the numbers. */
    List<OfficeAccount> accounts(String domain, String host) {
        List<OfficeAccount> all = new ArrayList<>();
        for (SipAccount account : accounts) {
            String id = all.isEmpty() ? "office-sip" : "office-sip-" + account.user();
            String address = account.user() + "@" + domain;
            all.add(new OfficeAccount(id, "sip", address, account.password(), account.name(), host, server.port()));
        }
        return all;
    }

    /** Where the server is, for JSON. */
    Map<String, Object> describe(String host) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("domain", server.domain());
        map.put("server", host);
        map.put("port", server.port());
        map.put("tlsPort", server.tlsPort());
        map.put(
                "lines",
                server.services().stream()
                        .map(line -> "sip:" + line + "@" + server.domain())
                        .toList());
        Map<String, Object> numbers = new LinkedHashMap<>();
        accounts.forEach(account -> numbers.put(account.extension(), "sip:" + account.user() + "@" + server.domain()));
        map.put("numbers", numbers);
        return map;
    }
}
