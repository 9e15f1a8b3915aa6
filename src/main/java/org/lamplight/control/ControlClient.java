package org.lamplight.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lamplight.core.Texts;

/** Talks to the instance that runs for a profile. One thread. */
public final class ControlClient implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(ControlClient.class);
    private static final int CONNECT_MS = 2_000;

    private final Socket socket;
    private final BufferedReader in;
    private final String token;

    /** How a command ended; the error is a sentence, empty if there was none. */
    public record End(int exit, String error) {}

    private ControlClient(Socket socket, String token) throws IOException {
        this.socket = socket;
        this.token = token;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Connects, or is empty where nothing runs for the profile (a control file left behind included). */
    public static Optional<ControlClient> connect(Path controlFile) {
        Optional<ControlFile> file = ControlFile.read(controlFile);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Socket socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(
                            InetAddress.getByName("127.0.0.1"), file.get().port()),
                    CONNECT_MS);
            socket.setTcpNoDelay(true);
            return Optional.of(new ControlClient(socket, file.get().token()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Runs a command and hands each line it prints on.
     *
     * @param timeoutMs for each line; 0 waits for ever
     */
    public End run(List<String> args, String input, int timeoutMs, Consumer<JsonObject> line) throws IOException {
        socket.setSoTimeout(timeoutMs);
        JsonObject request = new JsonObject();
        request.addProperty("token", token);
        JsonArray words = new JsonArray();
        args.forEach(words::add);
        request.add("args", words);
        if (!input.isEmpty()) {
            request.addProperty("input", input);
        }
        socket.getOutputStream().write((request + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            return answers(line);
        } catch (SocketTimeoutException e) {
            return new End(Refusal.NO_ANSWER, TEXTS.get("answer.late"));
        }
    }

    private End answers(Consumer<JsonObject> line) throws IOException {
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            Optional<JsonElement> element = Json.parse(text);
            if (element.isEmpty() || !element.get().isJsonObject()) {
                break;
            }
            JsonObject object = element.get().getAsJsonObject();
            if (object.has("exit")) {
                String error = object.has("error") ? object.get("error").getAsString() : "";
                return new End(object.get("exit").getAsInt(), error);
            }
            line.accept(object);
        }
        return new End(Refusal.NOT_RUNNING, TEXTS.get("answer.none"));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
