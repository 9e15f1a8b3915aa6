package org.lamplight.office.sip.directory;

/**
 * Somebody with a telephone.
 *
 * @param user the part of the address before the sign
 * @param extension the number for those who dial digits
 * @param answers whether the office answers calls while no telephone is registered
 */
public record SipAccount(String user, String password, String name, String extension, boolean answers) {
    /** Without the password: records end up in logs. */
    @Override
    public String toString() {
        return "SipAccount[" + user + " " + extension + "]";
    }
}
