package org.lamplight.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.lamplight.backend.Account;
import org.lamplight.backend.AccountSession;
import org.lamplight.backend.AccountState.Phase;
import org.lamplight.backend.BackendContext;
import org.lamplight.call.Calls;
import org.lamplight.call.Lines;
import org.lamplight.call.MediaEngine;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Rooms;
import org.lamplight.chat.files.FileTransfers;
import org.lamplight.directory.Directories;
import org.lamplight.directory.Directories.Found;
import org.lamplight.directory.Entry;
import org.lamplight.gateway.Gateways;
import org.lamplight.ldap.LdapBackend;
import org.lamplight.numbers.PhoneNumbers;
import org.lamplight.people.People;
import org.lamplight.people.Pictures;
import org.lamplight.people.Rosters;
import org.lamplight.presence.OwnPresence;

/** The directory's back end with one account, and no program around it. */
public final class LookUp implements BackendContext, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What was reported of the account. */
    public record Reported(Phase phase, String reason, boolean password) {}

    private final Await await = new Await();
    private final List<Reported> reports = new CopyOnWriteArrayList<>();
    private final Directories directories;
    private volatile String password;
    private AccountSession session;

    /** @param region the country of the one who asks; empty: not known */
    public LookUp(String region) {
        directories = new Directories(new PhoneNumbers(() -> region));
    }

    public LookUp withPassword(String secret) {
        password = secret;
        return this;
    }

    /** Opens the account with these keys and values in turn. */
    public LookUp open(String... keys) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < keys.length; i += 2) {
            all.put(keys[i], keys[i + 1]);
        }
        session = new LdapBackend().open(new Account("work", "ldap", true, all), this);
        return this;
    }

    /** As above; returns when the first request was answered. */
    public LookUp online(String... keys) throws Exception {
        open(keys);
        await(Phase.ONLINE);
        return this;
    }

    /** Returns what was said with the next report of this phase, counting those that came already. */
    public Reported await(Phase phase) throws Exception {
        until(
                "a report of " + phase,
                () -> last().filter(one -> one.phase() == phase).isPresent());
        return last().orElseThrow();
    }

    private Optional<Reported> last() {
        return reports.isEmpty() ? Optional.empty() : Optional.of(reports.get(reports.size() - 1));
    }

    /** All reports, the oldest first. */
    public List<Reported> reports() {
        return List.copyOf(reports);
    }

    private void until(String what, Callable<Boolean> holds) throws Exception {
        try {
            await.until(what, PATIENCE, holds);
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + "; reports " + reports);
        }
    }

    public Found search(String text) throws Exception {
        return directories.search(text, Directories.USUAL).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    public Found lookup(String number) throws Exception {
        return directories.lookup(number, Directories.USUAL).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** The names of those who are found. */
    public List<String> names(String text) throws Exception {
        return names(search(text));
    }

    /** The names of those who have this number. */
    public List<String> having(String number) throws Exception {
        return names(lookup(number));
    }

    private static List<String> names(Found found) {
        if (!found.problems().isEmpty()) {
            throw new AssertionError(found.problems());
        }
        return found.entries().stream().map(Entry::name).toList();
    }

    @Override
    public Directories directories() {
        return directories;
    }

    /** Tries now what waits. */
    public void retry() {
        session.retry();
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }

    @Override
    public Optional<char[]> password() {
        return Optional.ofNullable(password).map(String::toCharArray);
    }

    @Override
    public void reportPasswordWanted(String reason) {
        reports.add(new Reported(Phase.FAILED, reason, true));
        await.look();
    }

    @Override
    public void report(Phase phase, String reason) {
        reports.add(new Reported(phase, reason, false));
        await.look();
    }

    // ---- what a directory has no use for

    @Override
    public void notice(String about, String sentence) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path cache() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Executor core() {
        throw new UnsupportedOperationException();
    }

    @Override
    public People people() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Rosters rosters() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Chats chats() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Rooms rooms() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileTransfers files() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Pictures pictures() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Gateways gateways() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Lines lines() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Calls calls() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<MediaEngine> media() {
        return Optional.empty();
    }

    @Override
    public OwnPresence ownPresence() {
        throw new UnsupportedOperationException();
    }
}
