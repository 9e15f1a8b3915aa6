package org.lamplight.lab;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine. */
public final class Ports {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int FIRST_PAIR = 20_000;
    private static final int LAST_PAIR = 32_000;
    private static final int MOST_TRIES = 100;

    private Ports() {}

    /** Different TCP ports that nobody uses now. */
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

    /**
     * A port of UDP and TCP that nobody uses now, nor the one after it; where no system takes ports for connections, as
     * they may be bound only a moment later.
     */
    public static int pair() throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PAIR / 2, LAST_PAIR / 2) * 2;
            if (isFree(port) && isFree(port + 1)) {
                return port;
            }
        }
        throw new IOException("no two ports are free from " + FIRST_PAIR + " to " + LAST_PAIR);
    }

    private static boolean isFree(int port) {
        try (ServerSocket tcp = new ServerSocket(port, 1, HERE);
                DatagramSocket udp = new DatagramSocket(port, HERE)) {
            return tcp.isBound() && udp.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Somebody of this machine takes datagrams there. To ask by binding it could take it away. Linux only. */
    public static boolean takesDatagrams(int port) throws IOException {
        String local = String.format(":%04X ", port);
        return Files.readAllLines(Path.of("/proc/net/udp")).stream().anyMatch(line -> line.contains(local));
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
