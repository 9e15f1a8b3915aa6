package org.lamplight.office;

/**
 * An account that a client may log in to.
 *
 * @param id short and stable
 * @param kind the protocol: {@code xmpp} or {@code sip}
 * @param address such as {@code ada@localhost}
 * @param name of the person
 * @param server the address to connect to, as the domain is in no directory
 */
public record OfficeAccount(
        String id, String kind, String address, String password, String name, String server, int port) {
    /** Without the password: records end up in logs. */
    @Override
    public String toString() {
        return "OfficeAccount[" + id + " " + kind + " " + address + " " + server + ":" + port + "]";
    }
}
