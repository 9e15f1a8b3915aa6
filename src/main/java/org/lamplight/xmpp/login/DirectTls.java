package org.lamplight.xmpp.login;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.util.List;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that speak TLS from the first byte (XEP-0368). Smack knows nothing of it, so {@link #verify} must be called
 * between connecting and signing in: before it, the certificate is trusted but may be somebody else's.
 */
final class DirectTls extends UnconnectedSockets {
    private final SSLContext context;
    private final String domain;
    private volatile @Nullable SSLSocket last;

    DirectTls(SSLContext context, String domain) {
        this.context = context;
        this.domain = domain;
    }

    /** Throws unless the certificate of the last connection is the domain's. */
    void verify(HostnameVerifier verifier) throws CertificateException {
        SSLSocket socket = last;
        if (socket == null || !verifier.verify(domain, socket.getSession())) {
            throw new CertificateException("Hostname verification failed: " + domain);
        }
    }

    @Override
    Socket unconnected() throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket();
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(domain)));
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setApplicationProtocols(new String[] {"xmpp-client"});
        socket.setSSLParameters(parameters);
        last = socket;
        return socket;
    }
}
