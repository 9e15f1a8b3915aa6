package org.lamplight.lab;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers questions for names (RFC 1035) on loopback, of services alone; it has nothing to say of the rest. */
public final class NameServer implements AutoCloseable {
    private static final int SRV = 33;
    private static final int NAPTR = 35;

    private final DatagramSocket socket;
    private final Map<String, List<byte[]>> records = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public NameServer() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread thread = new Thread(this::serve, "names");
        thread.setDaemon(true);
        thread.start();
    }

    /** As JNDI wants it. */
    public String place() {
        return "dns://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    /** From now on it says nothing at all when it is asked for this. */
    public NameServer silentOn(String name) {
        silent.add(name);
        return this;
    }

    /** It has nothing of this name any more. */
    public NameServer forget(String name) {
        records.keySet().removeIf(key -> key.startsWith(name + ' '));
        return this;
    }

    /** Names that were asked for, each with the number of its type. */
    public List<String> asked() {
        return asked;
    }

    public NameServer service(String name, int priority, int weight, int port, String host) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(priority);
        out.writeShort(weight);
        out.writeShort(port);
        name(out, host);
        return add(name, SRV, bytes);
    }

    public NameServer pointer(
            String name, int order, int preference, String flags, String service, String rule, String replacement)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(order);
        out.writeShort(preference);
        for (String text : List.of(flags, service, rule)) {
            out.writeByte(text.length());
            out.writeBytes(text);
        }
        name(out, replacement);
        return add(name, NAPTR, bytes);
    }

    private NameServer add(String name, int type, ByteArrayOutputStream data) {
        records.computeIfAbsent(name + ' ' + type, any -> new CopyOnWriteArrayList<>())
                .add(data.toByteArray());
        return this;
    }

    private static void name(DataOutputStream out, String name) throws IOException {
        for (String label : name.split("\\.")) {
            if (!label.isEmpty()) {
                out.writeByte(label.length());
                out.writeBytes(label);
            }
        }
        out.writeByte(0);
    }

    private void serve() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(packet.getData());
                if (answer != null) {
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private byte[] answer(byte[] question) throws IOException {
        StringBuilder name = new StringBuilder();
        int at = 12;
        while (question[at] != 0) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII));
            at += question[at] + 1;
        }
        int type = question[at + 1] << 8 | question[at + 2] & 0xFF;
        String key = name.toString().toLowerCase(Locale.ROOT) + ' ' + type;
        asked.add(key);
        if (silent.contains(name.toString().toLowerCase(Locale.ROOT))) {
            return null;
        }
        List<byte[]> found = records.getOrDefault(key, List.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(question, 0, 2);
        out.writeShort(0x8580);
        out.writeShort(1);
        out.writeShort(found.size());
        out.writeInt(0);
        out.write(question, 12, at + 5 - 12);
        for (byte[] data : found) {
            out.writeShort(0xC00C);
            out.writeShort(type);
            out.writeShort(1);
            out.writeInt(60);
            out.writeShort(data.length);
            out.write(data);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
