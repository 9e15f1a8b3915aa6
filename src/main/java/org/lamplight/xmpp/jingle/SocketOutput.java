package org.lamplight.xmpp.jingle;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.net.Socket;

/** What goes into a socket, which stays open at its end until the peer has all. */
final class SocketOutput extends FilterOutputStream {
    private final Socket socket;

    SocketOutput(Socket socket) throws IOException {
        super(socket.getOutputStream());
        this.socket = socket;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        socket.shutdownOutput();
    }
}
