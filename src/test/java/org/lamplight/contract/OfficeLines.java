package org.lamplight.contract;

import java.util.ArrayList;
import java.util.List;
import org.lamplight.lab.CallingClient;
import org.lamplight.office.sip.SipServer;
import org.lamplight.office.sip.SipSettings;
import org.lamplight.office.sip.directory.SipAccount;

/** An office of this machine for clients of this machine, where everybody's password is told by the name. */
final class OfficeLines {
    private OfficeLines() {}

    static SipServer open(SipAccount... accounts) throws Exception {
        return SipServer.open(SipSettings.of("localhost").withPace(0.1), List.of(accounts));
    }

    static SipAccount account(String user, String name, String number, boolean answers) {
        return new SipAccount(user, password(user), name, number, answers);
    }

    private static String password(String user) {
        return "secret-" + user;
    }

    /** What an account file says of a line there. */
    static String[] keys(SipServer office, String user, String... more) {
        List<String> keys = new ArrayList<>(List.of(
                "address = " + user + "@localhost",
                "registrar = 127.0.0.1:" + office.port(),
                "proxy = 127.0.0.1:" + office.port()));
        keys.addAll(List.of(more));
        return keys.toArray(String[]::new);
    }

    /** Adds a line to a client and waits until it is registered. Returns its id. */
    static String add(CallingClient client, SipServer office, String user, String... more) throws Exception {
        return client.addLine(user, password(user), keys(office, user, more));
    }
}
