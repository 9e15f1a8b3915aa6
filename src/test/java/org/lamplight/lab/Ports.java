package org.lamplight.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** TCP ports of this machine. */
public final class Ports {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private Ports() {}

    /** Different ports that nobody uses now. */
    public static List<Integer> free(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, HERE));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(HERE, port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public static void awaitAnswer(int port, String who) throws Exception {
        new Await().until(who + " answers on port " + port, Duration.ofSeconds(15), () -> answers(port));
    }
}
