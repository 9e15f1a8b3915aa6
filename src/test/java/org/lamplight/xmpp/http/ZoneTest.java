package org.lamplight.xmpp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where addresses belong, however they are written. */
class ZoneTest {
    @ParameterizedTest
    @CsvSource({
        "93.184.216.34, PUBLIC",
        "127.0.0.1, LOOPBACK",
        "127.255.0.9, LOOPBACK",
        "0.0.0.0, NOWHERE",
        "0.1.2.3, NOWHERE",
        "10.1.2.3, PRIVATE",
        "172.16.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "172.32.0.1, PUBLIC",
        "192.168.178.1, PRIVATE",
        "100.64.0.1, PRIVATE",
        "198.18.0.1, PRIVATE",
        "169.254.169.254, LINK_LOCAL",
        "224.0.0.1, NOWHERE",
        "255.255.255.255, NOWHERE",
        "192.0.0.8, NOWHERE",
        "192.0.1.1, PUBLIC",
        "192.0.2.1, NOWHERE",
        "192.0.78.9, PUBLIC",
        "203.0.113.9, NOWHERE",
        "::1, LOOPBACK",
        "::, NOWHERE",
        "fe80::1, LINK_LOCAL",
        "fc00::1, PRIVATE",
        "fd12:3456::1, PRIVATE",
        "fec0::1, PRIVATE",
        "2606:4700::1111, PUBLIC",
        "::ffff:127.0.0.1, LOOPBACK",
        "::127.0.0.1, LOOPBACK",
        "64:ff9b::10.0.0.1, PRIVATE",
        "64:ff9b::5db8:d822, PUBLIC",
        "64:ff9b::1:5db8:d822, NOWHERE",
        "64:ff9b:1::10.0.0.1, PRIVATE",
        "64:ff9b:1:fffe::5db8:d822, PUBLIC",
        "64:ff9b:1::a:0:500:0, NOWHERE",
        "::ffff:0:10.0.0.1, NOWHERE",
        "2002:7f00:1::1, LOOPBACK",
        "2002:a00:1::1, PRIVATE",
        "2002:a9fe:a9fe::1, LINK_LOCAL",
        "2001:0:4136:e378::1, NOWHERE",
        "2001:2::1, NOWHERE",
        "2001:200::1, PUBLIC",
        "2001:db8::1, NOWHERE",
        "3fff:fff::1, NOWHERE",
        "100::1, NOWHERE",
        "5f00::1, NOWHERE",
        "ff02::1, NOWHERE"
    })
    void addressesHaveAZone(String address, Zone zone) throws Exception {
        assertThat(Zone.of(InetAddress.getByName(address))).isEqualTo(zone);
    }

    /** As a resolver gives them, without the JDK's reading of texts. */
    @ParameterizedTest
    @CsvSource({"10, PRIVATE", "127, LOOPBACK", "93, PUBLIC"})
    void mappedAddressesAreInTheZoneOfWhatTheyMap(byte first, Zone zone) throws Exception {
        byte[] bytes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, first, 0, 0, 1};
        assertThat(Zone.of(Inet6Address.getByAddress("x", bytes, -1))).isEqualTo(zone);
    }

    /** As numbers, which resolvers take. */
    @ParameterizedTest
    @CsvSource({"2130706433, LOOPBACK", "127.1, LOOPBACK", "localhost, LOOPBACK"})
    void hostsHaveAZone(String host, Zone zone) throws Exception {
        assertThat(Zone.ofHost(host)).isEqualTo(zone);
    }

    @Test
    void nobodyNamesWhatIsNearerThanTheServer() {
        assertThat(Zone.PUBLIC.mayName(Zone.PUBLIC)).isTrue();
        assertThat(Zone.PUBLIC.mayName(Zone.PRIVATE)).isFalse();
        assertThat(Zone.PUBLIC.mayName(Zone.LOOPBACK)).isFalse();
        assertThat(Zone.PRIVATE.mayName(Zone.PRIVATE)).isTrue();
        assertThat(Zone.PRIVATE.mayName(Zone.LOOPBACK)).isFalse();
        assertThat(Zone.PRIVATE.mayName(Zone.LINK_LOCAL)).isFalse();
        assertThat(Zone.LOOPBACK.mayName(Zone.LOOPBACK)).isTrue();
        assertThat(Zone.LOOPBACK.mayName(Zone.PRIVATE)).isFalse();
        assertThat(Zone.NOWHERE.mayName(Zone.NOWHERE)).isFalse();
    }
}
