package org.lamplight.xmpp.jingle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidateGateTest {
    private static final Candidate RELAY = Candidate.of("p0", "8.8.4.4", 7777, "proxy.example.org", true, 0);

    /** Named by addresses only, so that no resolver is asked. */
    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, 443, true, true",
        "8.8.8.8, 40000, true, true",
        "192.168.1.7, 40000, true, true",
        "10.0.0.1, 22, false, false",
        "192.168.1.1, 80, false, false",
        "127.0.0.1, 40000, true, false",
        "127.0.0.1, 22, false, false",
        "::1, 40000, true, false",
        "::ffff:127.0.0.1, 40000, true, false",
        "0.0.0.0, 40000, false, false",
        "169.254.169.254, 80, false, false",
        "169.254.169.254, 40000, false, false",
        "224.0.0.1, 40000, false, false",
        "255.255.255.255, 40000, false, false",
        "fe80::1, 40000, false, false",
        "64:ff9b::7f00:1, 40000, true, false",
    })
    void whoNamesAPlaceDoesNotLeadFurtherThanTheyMay(String host, int port, boolean near, boolean far) {
        Candidate candidate = Candidate.of("d0", host, port, "bob@localhost/x", false, 0);
        assertThat(new CandidateGate(true, false, List.of()).place(candidate)).matches(one -> one.isPresent() == near);
        assertThat(new CandidateGate(false, false, List.of()).place(candidate)).matches(one -> one.isPresent() == far);
        assertThat(new CandidateGate(true, true, List.of(RELAY)).place(candidate))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8.8.4.4, 7777, true", "8.8.4.4, 7778, false", "8.8.8.8, 7777, false"})
    void whoHidesAsksTheProxiesOfTheirOwnServerOnly(String host, int port, boolean asked) {
        Candidate candidate = Candidate.of("c", host, port, "proxy.example.org", true, 0);
        assertThat(new CandidateGate(false, true, List.of(RELAY)).place(candidate))
                .matches(one -> one.isPresent() == asked);
    }
}
