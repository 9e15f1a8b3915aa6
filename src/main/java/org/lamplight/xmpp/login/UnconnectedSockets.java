package org.lamplight.xmpp.login;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

/** A factory as Smack uses one: it connects the sockets itself. */
abstract class UnconnectedSockets extends SocketFactory {
    /**
     * Makes one that sends at once: what follows a stanza, such as the question whether it came, would wait until the other
     * side has acknowledged it, which it takes its time for.
     */
    @Override
    public final Socket createSocket() throws IOException {
        Socket socket = unconnected();
        socket.setTcpNoDelay(true);
        return socket;
    }

    abstract Socket unconnected() throws IOException;

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw onlyUnconnected();
    }

    private static IOException onlyUnconnected() {
        return new SocketException("only unconnected sockets are made here");
    }
}
