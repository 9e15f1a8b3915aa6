package org.lamplight.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamplight.core.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One conversation on the socket: a JSON line in, the command's lines and {@code {"exit":N}} out, over and over. Whoever
 * does not know the token, or does not speak like this, is cut off.
 */
final class ControlConnection implements Output {
    private static final Logger LOG = LoggerFactory.getLogger(ControlConnection.class);
    private static final Texts TEXTS = Texts.of(ControlConnection.class);
    private static final int LONGEST_LINE = 1 << 20;
    private static final int FLUSH_EVERY = 64;

    private final Socket socket;
    private final ControlDesk desk;
    private final String token;
    private final Runnable trusted;
    private final OutputStream out;
    private int unflushed;

    /** What a line asks for. */
    private record Command(List<String> args, String input) {}

    /** @param trusted told once the token was shown */
    ControlConnection(Socket socket, ControlDesk desk, String token, Runnable trusted) throws IOException {
        this.trusted = trusted;
        this.socket = socket;
        this.desk = desk;
        this.token = token;
        this.out = new BufferedOutputStream(socket.getOutputStream());
        socket.setTcpNoDelay(true);
    }

    void serve() throws IOException, InterruptedException {
        BoundedLines lines = new BoundedLines(socket.getInputStream(), LONGEST_LINE);
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            Optional<Command> command = Json.parse(line.get()).flatMap(this::command);
            if (command.isEmpty()) {
                return;
            }
            trusted.run();
            run(command.get());
        }
    }

    /** Empty unless it is an object with the right token and words. */
    private Optional<Command> command(JsonElement element) {
        if (!element.isJsonObject()) {
            return Optional.empty();
        }
        JsonObject object = element.getAsJsonObject();
        if (!knowsToken(object.get("token")) || !(object.get("args") instanceof com.google.gson.JsonArray array)) {
            return Optional.empty();
        }
        List<String> args = new ArrayList<>();
        for (JsonElement word : array) {
            if (!isText(word)) {
                return Optional.empty();
            }
            args.add(word.getAsString());
        }
        JsonElement input = object.get("input");
        return Optional.of(new Command(args, input != null && isText(input) ? input.getAsString() : ""));
    }

    private boolean knowsToken(JsonElement given) {
        return given != null
                && isText(given)
                && MessageDigest.isEqual(
                        given.getAsString().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isText(JsonElement element) {
        return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
    }

    private void run(Command command) throws IOException, InterruptedException {
        JsonObject end = new JsonObject();
        try {
            desk.run(command.args(), command.input(), this);
            end.addProperty("exit", 0);
        } catch (Refusal refusal) {
            end.addProperty("exit", refusal.exit());
            end.addProperty("error", refusal.sentence());
        } catch (RuntimeException bug) {
            LOG.error("A command failed", bug);
            end.addProperty("exit", Refusal.REFUSED);
            end.addProperty("error", TEXTS.get("command.failed"));
        }
        line(end);
        out.flush();
    }

    @Override
    public void line(JsonObject object) throws IOException {
        out.write(object.toString().getBytes(StandardCharsets.UTF_8));
        out.write('\n');
        if (++unflushed >= FLUSH_EVERY) {
            flush();
        }
    }

    @Override
    public void flush() throws IOException {
        unflushed = 0;
        out.flush();
    }

    /** A reader that went shows at the next flush, or by an end of its stream. */
    @Override
    public boolean closed() {
        return socket.isClosed() || hasLeft();
    }

    private boolean hasLeft() {
        try {
            return socket.getInputStream().available() < 0 || socket.isInputShutdown();
        } catch (IOException gone) {
            return true;
        }
    }
}
