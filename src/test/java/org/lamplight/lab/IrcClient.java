package org.lamplight.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Somebody on IRC (RFC 2812), line by line. */
public final class IrcClient implements AutoCloseable {
    private static final int SILENCE_MS = 10_000;

    private final Socket socket;
    private final BufferedReader in;
    private final Writer out;

    public IrcClient(IrcServer server, String nick) throws IOException {
        socket = new Socket(IrcServer.HOST, server.port());
        socket.setSoTimeout(SILENCE_MS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = new java.io.OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
        say("NICK " + nick);
        say("USER " + nick + " 0 * :" + nick);
        hear(" 001 ");
    }

    public void say(String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    /** Reads until a line has this in it; answers pings meanwhile. */
    public String hear(String wanted) throws IOException {
        long end = System.nanoTime() + Duration.ofMillis(SILENCE_MS).toNanos();
        StringBuilder all = new StringBuilder();
        try {
            for (String line = in.readLine(); line != null && System.nanoTime() < end; line = in.readLine()) {
                all.append(line).append('\n');
                if (line.startsWith("PING")) {
                    say("PONG" + line.substring(4));
                }
                if (line.contains(wanted)) {
                    return line;
                }
            }
        } catch (SocketTimeoutException silent) {
            throw new AssertionError("no line with " + wanted + " in:\n" + all, silent);
        }
        throw new AssertionError("no line with " + wanted + " in:\n" + all);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
