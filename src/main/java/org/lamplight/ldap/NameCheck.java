package org.lamplight.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLSocketVerifier;
import java.io.IOException;
import javax.net.ssl.SSLSocket;

/** Whether a certificate speaks for the host that the account names (RFC 4513, section 3.1.3). */
final class NameCheck extends SSLSocketVerifier {
    private final HostNameSSLSocketVerifier names = new HostNameSSLSocketVerifier(true);

    @Override
    public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
        try {
            // or a certificate that nobody trusts would look like one without names
            socket.startHandshake();
        } catch (IOException refused) {
            throw new LDAPException(ResultCode.CONNECT_ERROR, String.valueOf(refused.getMessage()), refused);
        }
        try {
            names.verifySSLSocket(host, port, socket);
        } catch (LDAPException other) {
            throw new LDAPException(ResultCode.CONNECT_ERROR, host, new WrongName(other));
        }
    }

    /** A good certificate, but somebody else's. */
    static final class WrongName extends Exception {
        private static final long serialVersionUID = 1;

        WrongName(Throwable cause) {
            super(cause);
        }
    }
}
