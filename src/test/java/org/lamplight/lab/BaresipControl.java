package org.lamplight.lab;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The control connection of a baresip: JSON in netstrings, commands one way, answers and events the other. */
final class BaresipControl implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final String who;
    private final Socket socket;
    private final Consumer<BaresipEvent> observer;
    private final Await happened = new Await();
    private final Map<String, JsonObject> answers = new LinkedHashMap<>();
    private final List<BaresipEvent> events = new ArrayList<>();
    private final List<BaresipEvent> fresh = new ArrayList<>();
    private int commands;

    /** Events are told to the observer too, which must not wait for anything. */
    BaresipControl(int port, String who, Consumer<BaresipEvent> observer) throws Exception {
        this.who = who;
        this.observer = observer;
        Ports.awaitAnswer(port, "the baresip of " + who);
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        Thread listener = new Thread(this::listen, "baresip of " + who);
        listener.setDaemon(true);
        listener.start();
    }

    private void listen() {
        try (InputStream in = new BufferedInputStream(socket.getInputStream())) {
            while (true) {
                heard(JsonParser.parseString(netstring(in)).getAsJsonObject());
            }
        } catch (IOException ended) {
            happened.look();
        }
    }

    private static String netstring(InputStream in) throws IOException {
        int length = 0;
        for (int next = in.read(); next != ':'; next = in.read()) {
            if (next < '0' || next > '9') {
                throw new EOFException("no length but " + next);
            }
            length = length * 10 + next - '0';
        }
        byte[] octets = in.readNBytes(length);
        if (in.read() != ',') {
            throw new EOFException("cut off");
        }
        return new String(octets, StandardCharsets.UTF_8);
    }

    private void heard(JsonObject json) {
        if (json.has("response")) {
            answered(json);
        } else {
            BaresipEvent event = BaresipEvent.of(json);
            keep(event);
            observer.accept(event);
        }
        happened.look();
    }

    private synchronized void answered(JsonObject json) {
        answers.put(json.get("token").getAsString(), json);
    }

    private synchronized void keep(BaresipEvent event) {
        events.add(event);
        fresh.add(event);
    }

    /** Gives a command without waiting for what becomes of it. */
    void tell(String name, String... parameters) {
        try {
            send(new JsonObject(), name, parameters);
        } catch (IOException ended) {
            happened.look();
        }
    }

    /** Returns what it says to it; throws {@link IOException} where it could not do that. */
    String command(String name, String... parameters) throws Exception {
        JsonObject command = new JsonObject();
        String token = send(command, name, parameters);
        happened.until(who + " answers " + command, ANSWER, () -> isAnswered(token));
        JsonObject answer = takeAnswer(token);
        String said = answer.has("data") ? answer.get("data").getAsString() : "";
        if (!answer.get("ok").getAsBoolean()) {
            throw new IOException(who + ": " + command + ": " + said);
        }
        return said;
    }

    private synchronized String send(JsonObject command, String name, String... parameters) throws IOException {
        String token = String.valueOf(++commands);
        command.addProperty("command", name);
        if (parameters.length > 0) {
            command.addProperty("params", String.join(" ", parameters));
        }
        command.addProperty("token", token);
        byte[] octets = command.toString().getBytes(StandardCharsets.UTF_8);
        byte[] head = (octets.length + ":").getBytes(StandardCharsets.US_ASCII);
        byte[] whole = java.util.Arrays.copyOf(head, head.length + octets.length + 1);
        System.arraycopy(octets, 0, whole, head.length, octets.length);
        whole[whole.length - 1] = ',';
        socket.getOutputStream().write(whole);
        return token;
    }

    private synchronized boolean isAnswered(String token) {
        return answers.containsKey(token);
    }

    private synchronized JsonObject takeAnswer(String token) {
        return answers.remove(token);
    }

    /** The next event of a type that nobody waited for yet. */
    BaresipEvent await(String type, Duration most) throws Exception {
        List<BaresipEvent> found = new ArrayList<>();
        try {
            happened.until(
                    who + ": " + type, most, () -> take(type).map(found::add).isPresent());
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + ", but " + events(), late);
        }
        return found.get(0);
    }

    private synchronized Optional<BaresipEvent> take(String type) {
        Optional<BaresipEvent> first =
                fresh.stream().filter(event -> event.type().equals(type)).findFirst();
        first.ifPresent(fresh::remove);
        return first;
    }

    synchronized List<BaresipEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
