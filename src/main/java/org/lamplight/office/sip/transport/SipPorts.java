package org.lamplight.office.sip.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** All ports of the server, on loopback: UDP and TCP with one number, and TLS with another. Thread-safe. */
public final class SipPorts implements AutoCloseable {
    private static final int ATTEMPTS = 50;

    private final TcpPort tcp;
    private final UdpPort udp;
    private final @Nullable TcpPort tls;

    private SipPorts(TcpPort tcp, UdpPort udp, @Nullable TcpPort tls) {
        this.tcp = tcp;
        this.udp = udp;
        this.tls = tls;
    }

    /**
     * Opens them; 0 means any free number.
     *
     * @param context shows the server's certificate; null for no TLS
     * @throws IOException if a port is taken
     */
    public static SipPorts open(int port, int tlsPort, @Nullable SSLContext context, Inbox inbox) throws IOException {
        SipPorts plain = pair(port, inbox);
        if (context == null) {
            return plain;
        }
        try {
            return new SipPorts(plain.tcp, plain.udp, TcpPort.open(tlsPort, context, inbox));
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** A number that is free for TCP may be taken for UDP, so another one is tried. */
    private static SipPorts pair(int port, Inbox inbox) throws IOException {
        IOException last = new IOException("no port is free for both UDP and TCP");
        for (int i = 0; i < (port == 0 ? ATTEMPTS : 1); i++) {
            TcpPort tcp = TcpPort.open(port, null, inbox);
            try {
                return new SipPorts(tcp, UdpPort.open(tcp.port(), inbox), null);
            } catch (IOException e) {
                last = new IOException("port " + tcp.port() + ": " + e.getMessage(), e);
                tcp.close();
            }
        }
        throw last;
    }

    /** The number for UDP and TCP. */
    public int port() {
        return tcp.port();
    }

    /** The number for TLS; 0 if there is none. */
    public int tlsPort() {
        return tls == null ? 0 : tls.port();
    }

    /** Whether one of these is ours. */
    public boolean isOurs(int port) {
        return port == port() || (tls != null && port == tlsPort());
    }

    /** Where peers of a transport reach us, as URIs and Vias have it. */
    public String address(String transport) {
        return Loopback.HOST + ":" + (transport.equalsIgnoreCase("TLS") ? tlsPort() : port());
    }

    /** The way to an address; null if nobody takes a connection there. May block for half a second. */
    public @Nullable Flow to(String transport, InetSocketAddress remote) {
        return switch (transport.toUpperCase(Locale.ROOT)) {
            case "UDP" -> udp.flow(remote);
            case "TCP" -> tcp.to(remote);
            case "TLS" -> tls == null ? null : tls.to(remote);
            default -> null;
        };
    }

    /** How many connections there are. */
    public int connections() {
        return tcp.connections() + (tls == null ? 0 : tls.connections());
    }

    /** Resets all connections, as a network that breaks does. */
    public void cutConnections() {
        tcp.cutAll();
        if (tls != null) {
            tls.cutAll();
        }
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
        if (tls != null) {
            tls.close();
        }
    }
}
