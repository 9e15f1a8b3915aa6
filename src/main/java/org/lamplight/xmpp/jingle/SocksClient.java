package org.lamplight.xmpp.jingle;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Connects to where a stream can be had (RFC 1928 as XEP-0065 uses it: the destination is a hash). Blocks. */
final class SocksClient {
    private static final int CONNECT_MS = 3_000;
    private static final int ANSWER_MS = 5_000;

    private SocksClient() {}

    /** A socket at whose other end the stream is. */
    static Socket connect(InetSocketAddress place, String destination) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(place, CONNECT_MS);
            socket.setSoTimeout(ANSWER_MS);
            ask(socket, destination);
            socket.setSoTimeout(0);
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
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
