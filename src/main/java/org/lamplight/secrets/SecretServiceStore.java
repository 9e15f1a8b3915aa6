package org.lamplight.secrets;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.lamplight.backend.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passwords in the Secret Service of the desktop (GNOME Keyring, KWallet, KeePassXC) over D-Bus. Each call opens a
 * connection of its own: they are rare, and a keyring may be restarted in between. May ask the user to unlock.
 */
final class SecretServiceStore implements Secrets {
    private static final Logger LOG = LoggerFactory.getLogger(SecretServiceStore.class);
    private static final int UNLOCK_SECONDS = 60;
    private static final String NOTHING = "/";
    private static final Pattern UNIX_PATH = Pattern.compile("unix:path=([^,;]+)");

    /** What is done while connected. */
    private interface Deed<T> {
        T with(DBusConnection bus, SecretBus.Service service) throws DBusException;
    }

    @Override
    public boolean available() {
        return connected((bus, service) -> openSession(service)).isPresent();
    }

    @Override
    public Optional<char[]> find(String accountId) {
        return connected((bus, service) -> find(bus, service, accountId)).flatMap(found -> found);
    }

    private static Optional<char[]> find(DBusConnection bus, SecretBus.Service service, String accountId)
            throws DBusException {
        Optional<DBusPath> item = unlocked(bus, service, accountId);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        byte[] value = bus.getRemoteObject(SecretBus.NAME, item.get().getPath(), SecretBus.Item.class)
                .GetSecret(openSession(service))
                .getValue();
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(value));
        char[] password = new char[text.length()];
        text.get(password);
        Arrays.fill(value, (byte) 0);
        return Optional.of(password);
    }

    @Override
    public boolean keep(String accountId, char[] password) {
        return connected((bus, service) -> keep(bus, service, accountId, password))
                .orElse(false);
    }

    private static boolean keep(DBusConnection bus, SecretBus.Service service, String accountId, char[] password)
            throws DBusException {
        unlock(bus, service, List.of(new DBusPath(SecretBus.DEFAULT_COLLECTION)));
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] value = new byte[bytes.remaining()];
        bytes.get(value);
        Secret secret = new Secret(openSession(service), new byte[0], value, "text/plain");
        Map<String, Variant<?>> properties = Map.of(
                "org.freedesktop.Secret.Item.Label", new Variant<>("Lamplight: " + accountId),
                "org.freedesktop.Secret.Item.Attributes", new Variant<>(attributes(accountId), "a{ss}"));
        Pair<DBusPath, DBusPath> made = bus.getRemoteObject(
                        SecretBus.NAME, SecretBus.DEFAULT_COLLECTION, SecretBus.Collection.class)
                .CreateItem(properties, secret, true);
        Arrays.fill(value, (byte) 0);
        return isNothing(made.getSecond()) || prompt(bus, made.getSecond());
    }

    @Override
    public void forget(String accountId) {
        connected((bus, service) -> {
            Optional<DBusPath> item = unlocked(bus, service, accountId);
            if (item.isPresent()) {
                bus.getRemoteObject(SecretBus.NAME, item.get().getPath(), SecretBus.Item.class)
                        .Delete();
            }
            return true;
        });
    }

    private static Map<String, String> attributes(String accountId) {
        return Map.of("application", "org.lamplight", "account", accountId);
    }

    private static Optional<DBusPath> unlocked(DBusConnection bus, SecretBus.Service service, String accountId)
            throws DBusException {
        Pair<List<DBusPath>, List<DBusPath>> found = service.SearchItems(attributes(accountId));
        if (!found.getFirst().isEmpty()) {
            return Optional.of(found.getFirst().get(0));
        }
        boolean opened = !found.getSecond().isEmpty() && unlock(bus, service, found.getSecond());
        return opened ? Optional.of(found.getSecond().get(0)) : Optional.empty();
    }

    private static boolean unlock(DBusConnection bus, SecretBus.Service service, List<DBusPath> objects)
            throws DBusException {
        Pair<List<DBusPath>, DBusPath> answer = service.Unlock(objects);
        return isNothing(answer.getSecond()) || prompt(bus, answer.getSecond());
    }

    private static boolean isNothing(DBusPath path) {
        return path.getPath().equals(NOTHING);
    }

    /** Lets the service ask the user; true if they agreed in time. */
    private static boolean prompt(DBusConnection bus, DBusPath path) throws DBusException {
        CompletableFuture<Boolean> answered = new CompletableFuture<>();
        DBusSigHandler<SecretBus.Prompt.Completed> handler = signal -> {
            if (signal.getPath().equals(path.getPath())) {
                answered.complete(!signal.dismissed);
            }
        };
        try (AutoCloseable listening = bus.addSigHandler(SecretBus.Prompt.Completed.class, handler)) {
            bus.getRemoteObject(SecretBus.NAME, path.getPath(), SecretBus.Prompt.class)
                    .Prompt("");
            return answered.get(UNLOCK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (DBusException e) {
            throw e;
        } catch (Exception e) {
            LOG.debug("the handler did not go", e);
            return answered.getNow(false);
        }
    }

    private static DBusPath openSession(SecretBus.Service service) {
        return service.OpenSession("plain", new Variant<>("")).getSecond();
    }

    /** Connecting to a bus that is gone would be tried for ten seconds. */
    private static boolean hasBus(@Nullable String address) {
        if (address == null) {
            return false;
        }
        Matcher path = UNIX_PATH.matcher(address);
        return !path.lookingAt() || Files.exists(Path.of(path.group(1)));
    }

    /** Empty where there is no bus, no service, or a refusal. */
    private static <T> Optional<T> connected(Deed<T> deed) {
        if (!hasBus(System.getenv("DBUS_SESSION_BUS_ADDRESS"))) {
            return Optional.empty();
        }
        try (DBusConnection bus =
                DBusConnectionBuilder.forSessionBus().withShared(false).build()) {
            SecretBus.Service service = bus.getRemoteObject(SecretBus.NAME, SecretBus.PATH, SecretBus.Service.class);
            return Optional.of(deed.with(bus, service));
        } catch (DBusException | DBusExecutionException | java.io.IOException e) {
            LOG.info("The Secret Service can't be used: {}", e.toString());
            return Optional.empty();
        }
    }
}
