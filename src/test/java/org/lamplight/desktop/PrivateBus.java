package org.lamplight.desktop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.lamplight.lab.Children;

/** A real message bus of the test's own, with services that the test plays. */
final class PrivateBus implements AutoCloseable {
    private final Process daemon;
    private final String address;
    private final DBusConnection service;

    PrivateBus(Path folder) throws IOException, DBusException {
        Path config = Files.createDirectories(folder).resolve("bus.conf");
        Files.writeString(config, """
                <busconfig>
                  <type>session</type>
                  <listen>unix:path=%s</listen>
                  <policy context="default">
                    <allow send_destination="*"/>
                    <allow receive_sender="*"/>
                    <allow own="*"/>
                  </policy>
                </busconfig>
                """.formatted(folder.resolve("bus")));
        daemon = Children.start(
                new ProcessBuilder("dbus-daemon", "--config-file=" + config, "--nofork", "--print-address=1"));
        BufferedReader printed =
                new BufferedReader(new InputStreamReader(daemon.getInputStream(), StandardCharsets.UTF_8));
        address = printed.readLine();
        service = connect();
    }

    String address() {
        return address;
    }

    DBusConnection connect() throws DBusException {
        return DBusConnectionBuilder.forAddress(address).withShared(false).build();
    }

    void offer(String name, DBusInterface object) throws DBusException {
        play(object);
        own(name);
    }

    /** What {@link #own} then gives a name. */
    void play(DBusInterface object) throws DBusException {
        service.exportObject(object.getObjectPath(), object);
    }

    void own(String name) throws DBusException {
        service.requestBusName(name);
    }

    void withdraw(String name) throws DBusException {
        service.releaseBusName(name);
    }

    void signal(String path, String type, String member, String signature, Object... values) throws DBusException {
        signal(service, path, type, member, signature, values);
    }

    static void signal(DBusConnection from, String path, String type, String member, String signature, Object... values)
            throws DBusException {
        from.sendMessage(from.getMessageFactory().createSignal(null, path, type, member, signature, values));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        service.close();
        daemon.destroy();
        daemon.waitFor();
    }
}
