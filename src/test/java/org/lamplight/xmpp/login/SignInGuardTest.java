package org.lamplight.xmpp.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SignInGuardTest {
    private final SignInGuard guard = new SignInGuard();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aSignInEndsWithItsConnection() throws Exception {
        Peer peer = new Peer();
        assertThatThrownBy(() -> guard.run(() -> {
                    peer.hangUp();
                    waitForAnAnswer();
                }))
                .isInstanceOf(SocketException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void theEndOfAnOlderConnectionIsNoNews() throws Exception {
        Peer old = new Peer();
        Peer fresh = new Peer();
        guard.run(() -> {
            old.hangUp();
            old.awaitEnd();
        });
        assertThat(Thread.interrupted()).isFalse();
        fresh.hangUp();
        fresh.awaitEnd();
    }

    @Test
    void anEndOutsideASignInInterruptsNobody() throws Exception {
        guard.run(() -> {});
        Peer peer = new Peer();
        peer.hangUp();
        peer.awaitEnd();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void anInterruptionThatIsNotOursIsPassedOn() throws Exception {
        assertThatThrownBy(() -> guard.run(() -> {
                    Thread.currentThread().interrupt();
                    waitForAnAnswer();
                }))
                .isInstanceOf(InterruptedException.class);
    }

    private static void waitForAnAnswer() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** A connection through the guard, read by a thread as a client does, with the server's end at hand. */
    private final class Peer {
        private final Socket client = guard.createSocket();
        private final Socket accepted;
        private final CountDownLatch end = new CountDownLatch(1);

        Peer() throws IOException {
            client.connect(server.getLocalSocketAddress());
            accepted = server.accept();
            InputStream in = client.getInputStream();
            Thread reader = new Thread(() -> read(in), "reader");
            reader.setDaemon(true);
            reader.start();
        }

        private void read(InputStream in) {
            try {
                while (in.read() >= 0) {
                    // nothing is said
                }
            } catch (IOException reset) {
                // an end as good as any
            } finally {
                end.countDown();
            }
        }

        void hangUp() throws IOException {
            accepted.close();
        }

        void awaitEnd() throws InterruptedException {
            assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
