package org.lamplight.xmpp.jingle;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Connects to where a stream can be had (RFC 1928 as XEP-0065 uses it: the destination is a hash). Blocks. */
final class SocksClient {
    private static final int CONNECT_MS = 3_000;

    /** For all that is said first, however slowly it comes. */
    static final Duration GREETING = Duration.ofSeconds(5);

    private final ScheduledExecutorService clock;

    SocksClient(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    /** A socket at whose other end the stream is. */
    Socket connect(InetSocketAddress place, String destination) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(place, CONNECT_MS);
            Future<?> end = closeLater(clock, socket);
            ask(socket, destination);
            if (!end.cancel(false)) {
                throw new IOException("too slow");
            }
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Ends a greeting that does not come to an end. */
    static Future<?> closeLater(ScheduledExecutorService clock, Socket socket) {
        return clock.schedule(() -> JingleSession.close(socket), GREETING.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void ask(Socket socket, String destination) throws IOException {
        OutputStream out = socket.getOutputStream();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        out.write(new byte[] {Socks.VERSION, 1, Socks.NO_PASSWORD});
        if (in.readByte() != Socks.VERSION || in.readByte() != Socks.NO_PASSWORD) {
            throw new IOException("a password is wanted, or it is no SOCKS5");
        }
        out.write(Socks.message(Socks.CONNECT, destination));
        Socks.Message answer = Socks.read(in);
        if (answer.code() != Socks.GRANTED) {
            throw new IOException("refused with " + answer.code());
        }
    }
}
