package org.lamplight.lab;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Somebody with a client of their own, signed in to a server. */
public final class Person implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final String user;
    private final Path profile;
    private ClientProcess client;

    private Person(String user, Path profile, ClientProcess client) {
        this.user = user;
        this.profile = profile;
        this.client = client;
    }

    /** Starts a client in a new profile below this folder, without any account. */
    public static Person at(Path folder, String user) throws Exception {
        Path profile = folder.resolve(user);
        return new Person(user, profile, ClientProcess.start(profile));
    }

    /** The same with windows. */
    public static Person withWindows(Path folder, String user) throws Exception {
        Path profile = folder.resolve(user);
        return new Person(user, profile, ClientProcess.startWithWindows(profile));
    }

    /** The text of an account file. */
    public static String account(String user, int port, Path trust, String security) {
        return "kind = xmpp\naddress = " + user + "@" + XmppAt.DOMAIN + "\nserver = 127.0.0.1\nport = " + port
                + "\nsecurity = " + security + "\ntrust = " + trust + "\n";
    }

    public Answer addAccount(String id, String text, String password) throws Exception {
        return client.addAccount(file(id, text), password);
    }

    /** Signs in once and takes the account back, as {@code ctl accounts test} does. */
    public Answer tryAccount(String id, String text, String password) throws Exception {
        return client.testAccount(file(id, text), password);
    }

    /** An account file outside the profile. */
    public Path file(String id, String text) throws Exception {
        Path folder = Files.createDirectories(profile.resolveSibling(user + "-files"));
        return Files.writeString(folder.resolve(id + ".properties"), text);
    }

    /** Signs in with STARTTLS through this port, which must succeed. */
    public Person signIn(XmppAt server, int port) throws Exception {
        addAccount("work-" + user, account(user, port, server.trust(), "starttls"), XmppAt.password(user))
                .must("accounts add");
        return this;
    }

    public Person signIn(XmppAt server) throws Exception {
        return signIn(server, server.port());
    }

    public String address() {
        return user + "@" + XmppAt.DOMAIN;
    }

    public ClientProcess client() {
        return client;
    }

    public List<JsonObject> ctl(String... words) throws Exception {
        return client.ctl(words);
    }

    /** A command that may be refused. */
    public Answer tryCtl(String... words) throws Exception {
        return client.ask(words);
    }

    /** Both see each other's presence from now on, and neither has been asked in vain. */
    public void befriend(Person other) throws Exception {
        ctl("people", "add", other.address(), "--name", other.user);
        other.client.await(
                "a request from " + user,
                SOON,
                () -> Answer.each(other.ctl("people", "requests"), "address").contains(address()));
        other.ctl("people", "accept", address());
        acceptIfAsked(other);
        sees(other, "available", SOON);
        other.sees(this, "available", SOON);
    }

    /** Accepting asks back, and that request needs an answer where the server does not give it by itself. */
    private void acceptIfAsked(Person other) throws Exception {
        client.await(other.user + " sees " + user, SOON, () -> {
            if (Answer.each(ctl("people", "requests"), "address").contains(other.address())) {
                ctl("people", "accept", other.address());
            }
            return "available".equals(other.statusOf(this));
        });
    }

    /** The status that this person's client shows of another. */
    public String statusOf(Person other) throws Exception {
        List<String> seen = Answer.each(ctl("people", other.address()), "status");
        return seen.size() == 1 ? seen.get(0) : seen.toString();
    }

    public Duration sees(Person other, String status, Duration most) throws Exception {
        return client.await(user + " sees " + other.user + " as " + status, most, () -> status.equals(statusOf(other)));
    }

    /** What of this account is said by {@code ctl accounts}. */
    public String state() throws Exception {
        return String.join(",", Answer.each(ctl("accounts"), "state"));
    }

    public List<JsonObject> history(Person other, int limit) throws Exception {
        return ctl("chat", "history", other.address(), "--limit", String.valueOf(limit));
    }

    /** Ends the client and starts it anew on the same profile, with the password in the environment. */
    public void restart() throws Exception {
        client.quit();
        start();
    }

    public void start() throws Exception {
        String variable = "LAMPLIGHT_PASSWORD_WORK_" + user.toUpperCase(Locale.ROOT);
        client = ClientProcess.start(profile, Map.of(variable, XmppAt.password(user)));
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}
