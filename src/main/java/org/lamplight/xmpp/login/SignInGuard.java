package org.lamplight.xmpp.login;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jspecify.annotations.Nullable;

/**
 * Ends a sign-in whose connection is gone. Smack waits for the answer to SASL (RFC 6120, section 6) until its time is over
 * even when nobody can answer any more; its sockets come from here, so that their end is seen.
 */
public final class SignInGuard extends UnconnectedSockets {
    private @Nullable Thread signingIn;

    /** The newest socket: the end of an older one is no news. */
    private @Nullable Socket current;

    private boolean cut;

    /** What takes a while and waits on the connection. */
    public interface SignIn {
        public void run() throws IOException, SmackException, XMPPException, InterruptedException;
    }

    /** Runs it on this thread. Throws {@link SocketException} as soon as the connection ends. */
    public void run(SignIn signIn) throws IOException, SmackException, XMPPException, InterruptedException {
        begin();
        try {
            signIn.run();
        } catch (InterruptedException interrupted) {
            if (!end()) {
                throw interrupted;
            }
            throw new SocketException("the connection ended during the sign-in");
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        signingIn = Thread.currentThread();
        cut = false;
    }

    /** Whether it was cut; an interruption by us that came too late is taken back. */
    private synchronized boolean end() {
        if (signingIn != null && cut) {
            Thread.interrupted();
        }
        signingIn = null;
        return cut;
    }

    private synchronized void ended(Socket socket) {
        if (signingIn != null && socket == current) {
            cut = true;
            signingIn.interrupt();
        }
    }

    @Override
    synchronized Socket unconnected() {
        Socket socket = new Socket() {
            @Override
            public InputStream getInputStream() throws IOException {
                return new Watched(super.getInputStream(), this);
            }
        };
        current = socket;
        return socket;
    }

    /** Tells when there is no more to read. */
    private final class Watched extends FilterInputStream {
        private final Socket socket;

        Watched(InputStream in, Socket socket) {
            super(in);
            this.socket = socket;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int count = super.read(bytes, offset, length);
                if (count < 0) {
                    ended(socket);
                }
                return count;
            } catch (IOException broken) {
                ended(socket);
                throw broken;
            }
        }
    }
}
