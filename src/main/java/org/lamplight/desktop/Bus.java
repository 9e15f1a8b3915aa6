package org.lamplight.desktop;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.MethodReturn;
import org.freedesktop.dbus.messages.constants.Flags;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a message bus. Methods are called by name, for a desktop has the same one under many interfaces; no
 * service is started by asking it.
 */
final class Bus implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bus.class);
    private static final int CONNECT_MS = 1_000;
    private static final int ANSWER_MS = 1_000;
    private static final Target DAEMON =
            new Target("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus");

    /** An interface of an object of a service. */
    record Target(String name, String path, String type) {}

    private final DBusConnection connection;

    private Bus(DBusConnection connection) {
        this.connection = connection;
    }

    /** Empty where nobody listens there. */
    static Optional<Bus> open(String address) {
        try {
            return Optional.of(new Bus(DBusConnectionBuilder.forAddress(address)
                    .withShared(false)
                    .transportConfig()
                    .withTimeout(CONNECT_MS)
                    .back()
                    .build()));
        } catch (DBusException | RuntimeException e) {
            LOG.info("The bus at {} can't be used: {}", address, e.toString());
            return Optional.empty();
        }
    }

    /** The values that the method returns; empty where it fails, is not there or takes longer than a second. */
    Optional<List<Object>> call(Target target, String method, String signature, Object... values) {
        try {
            MethodCall call = connection
                    .getMessageFactory()
                    .createMethodCall(
                            null,
                            target.name(),
                            target.path(),
                            target.type(),
                            method,
                            Flags.NO_AUTO_START,
                            signature.isEmpty() ? null : signature,
                            values);
            connection.sendMessage(call);
            Message answer = call.getReply(ANSWER_MS);
            return answer instanceof MethodReturn ? Optional.of(List.of(answer.getParameters())) : Optional.empty();
        } catch (DBusException | RuntimeException e) {
            LOG.debug("{} of {} failed", method, target, e);
            return Optional.empty();
        }
    }

    /** Whether this service runs; where the desktop knows how, it is started. */
    boolean start(String name) {
        boolean runs = call(DAEMON, "NameHasOwner", "s", name)
                .filter(List.of(true)::equals)
                .isPresent();
        return runs
                || call(DAEMON, "StartServiceByName", "su", name, new UInt32(0)).isPresent();
    }

    /** A property; empty as with {@link #call}. */
    Optional<Object> property(Target target, String property) {
        return call(
                        new Target(target.name(), target.path(), "org.freedesktop.DBus.Properties"),
                        "Get",
                        "ss",
                        target.type(),
                        property)
                .filter(values -> !values.isEmpty())
                .map(values -> values.get(0) instanceof Variant<?> variant ? variant.getValue() : values.get(0));
    }

    /**
     * Hears of a signal from now on, on that thread. Only the owner of the name is believed, for on the system bus anybody
     * may send a signal.
     */
    void listen(Target target, String signal, Executor thread, Consumer<List<Object>> hearing) {
        try {
            connection.addGenericSigHandler(
                    DBusMatchRuleBuilder.create()
                            .withType("signal")
                            .withPath(target.path())
                            .withInterface(target.type())
                            .withMember(signal)
                            .build(),
                    heard -> Threads.post(thread, () -> hear(target, heard, hearing)));
        } catch (DBusException | RuntimeException e) {
            LOG.info("{} of {} can't be heard: {}", signal, target, e.toString());
        }
    }

    private void hear(Target target, DBusSignal heard, Consumer<List<Object>> hearing) {
        boolean owner = call(DAEMON, "GetNameOwner", "s", target.name())
                .filter(answer -> answer.equals(List.of(heard.getSource())))
                .isPresent();
        if (owner) {
            try {
                hearing.accept(List.of(heard.getParameters()));
            } catch (DBusException e) {
                LOG.debug("{} can't be read", heard, e);
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("the bus did not close cleanly", e);
        }
    }
}
