package org.lamplight.sip.stack;

import gov.nist.javax.sip.SipStackExt;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.NoSuchAlgorithmException;
import java.util.Properties;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.sip.ListeningPoint;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import javax.sip.TransportNotSupportedException;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Threads;

/**
 * The one stack of the process. It is made when the first account needs it, for it costs half a second, and lives until the
 * end, for it dies slowly. Any thread but core and the EDT.
 */
public final class SharedStack implements AutoCloseable {
    private static final String PREFIX = "gov.nist.javax.sip.";
    private static final int TRIES = 20;

    private final Switchboard switchboard = new Switchboard();
    private @Nullable SipStack stack;

    /** Opens ports on this address and hears there; throws where that fails. */
    public synchronized Endpoint open(InetAddress own, Transport transport, Inbox inbox) throws IOException {
        try {
            SipStack current = stack();
            SipProvider provider = provider(current, own, transport);
            Network network = (Network) ((SIPTransactionStack) current).getNetworkLayer();
            Endpoint endpoint = new Endpoint(current, provider, network, inbox, switchboard);
            switchboard.add(endpoint);
            provider.addSipListener(switchboard);
            return endpoint;
        } catch (SipException | java.util.TooManyListenersException failed) {
            throw new IOException(failed);
        }
    }

    private SipStack stack() throws SipException {
        SipStack current = stack;
        if (current == null) {
            current = SipFactory.getInstance().createSipStack(properties());
            ((SipStackExt) current).setEnabledCipherSuites(suites());
            current.start();
            stack = current;
        }
        return current;
    }

    private static SipProvider provider(SipStack stack, InetAddress own, Transport transport)
            throws SipException, IOException {
        return stack.createSipProvider(point(stack, own, freePort(own, transport), transport));
    }

    /** At this port, or at another one if it is taken. */
    static ListeningPoint point(SipStack stack, InetAddress own, int port, Transport transport) throws IOException {
        Exception last = new IOException("no port is free");
        int tried = port;
        for (int i = 0; i < TRIES; i++) {
            try {
                return stack.createListeningPoint(own.getHostAddress(), tried, transport.word());
            } catch (TransportNotSupportedException | javax.sip.InvalidArgumentException taken) {
                last = taken;
                tried = freePort(own, transport);
            }
        }
        throw new IOException(last);
    }

    /** The library does not take 0 for any: the port may be taken again meanwhile, and then another is tried. */
    private static int freePort(InetAddress own, Transport transport) throws IOException {
        if (transport.isReliable()) {
            try (ServerSocket probe = new ServerSocket(0, 1, own)) {
                return probe.getLocalPort();
            }
        }
        try (DatagramSocket probe = new DatagramSocket(new InetSocketAddress(own, 0))) {
            return probe.getLocalPort();
        }
    }

    private static Properties properties() {
        Properties all = new Properties();
        all.setProperty("javax.sip.STACK_NAME", "lamplight-" + UUID.randomUUID());
        all.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
        all.setProperty("javax.sip.ROUTER_PATH", Pointed.class.getName());
        all.setProperty(PREFIX + "AUTOMATIC_DIALOG_ERROR_HANDLING", "false");
        all.setProperty(PREFIX + "STACK_LOGGER", QuietLog.class.getName());
        all.setProperty(PREFIX + "SERVER_LOGGER", NoMessageLog.class.getName());
        all.setProperty(PREFIX + "NETWORK_LAYER", Network.class.getName());
        all.setProperty(PREFIX + "MESSAGE_PARSER_FACTORY", Lenient.class.getName());
        all.setProperty(PREFIX + "DELIVER_UNSOLICITED_NOTIFY", "true");
        all.setProperty(PREFIX + "MAX_MESSAGE_SIZE", "262144");
        all.setProperty(PREFIX + "READ_TIMEOUT", "5000");
        all.setProperty(PREFIX + "MAX_FORK_TIME_SECONDS", "64");
        all.setProperty(PREFIX + "RELIABLE_CONNECTION_KEEP_ALIVE_TIMEOUT", "140");
        all.setProperty(PREFIX + "TLS_CLIENT_PROTOCOLS", "TLSv1.3,TLSv1.2");
        all.setProperty(PREFIX + "SSL_HANDSHAKE_TIMEOUT", "8000");
        all.setProperty(PREFIX + "REENTRANT_LISTENER", "false");
        return all;
    }

    private static String[] suites() {
        try {
            return SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites();
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Returns at once; the library takes two seconds more. */
    @Override
    public synchronized void close() {
        SipStack current = stack;
        stack = null;
        if (current != null) {
            Threads.daemon("sip-stop", current::stop);
        }
    }
}
