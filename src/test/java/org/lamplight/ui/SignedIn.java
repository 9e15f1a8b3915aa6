package org.lamplight.ui;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lamplight.backend.Account;
import org.lamplight.backend.AccountSession;
import org.lamplight.backend.AccountState;
import org.lamplight.backend.BackendContext;
import org.lamplight.call.Calls;
import org.lamplight.call.Lines;
import org.lamplight.call.MediaEngine;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Rooms;
import org.lamplight.chat.files.FileTransfers;
import org.lamplight.directory.Directories;
import org.lamplight.gateway.Gateways;
import org.lamplight.lab.XmppAt;
import org.lamplight.people.People;
import org.lamplight.people.Pictures;
import org.lamplight.people.Rosters;
import org.lamplight.presence.OwnPresence;
import org.lamplight.ui.gateways.PlayedGateways;
import org.lamplight.xmpp.XmppBackend;

/** The world of a test with a real account of a real server in it. */
public final class SignedIn implements BackendContext, AutoCloseable {
    private final World world;
    private final String user;
    private final Path cache;
    private final Gateways gateways;
    private final AccountSession session;
    private final CountDownLatch online = new CountDownLatch(1);
    private volatile @Nullable String failure;

    public SignedIn(World world, XmppAt server, String user, Path cache) {
        this.world = world;
        this.user = user;
        this.cache = cache;
        gateways = new PlayedGateways(world).gateways;
        XmppBackend backend = new XmppBackend();
        backend.start();
        Account account = new Account(
                "real-" + user,
                "xmpp",
                true,
                Map.of(
                        "kind",
                        "xmpp",
                        "address",
                        user + "@" + XmppAt.DOMAIN,
                        "server",
                        "127.0.0.1",
                        "port",
                        String.valueOf(server.port()),
                        "security",
                        "starttls",
                        "trust",
                        server.trust().toString()));
        session = backend.open(account, this);
    }

    public SignedIn awaitOnline() throws InterruptedException {
        if (!online.await(15, TimeUnit.SECONDS)) {
            throw new IllegalStateException(user + " is not online: " + failure);
        }
        return this;
    }

    @Override
    public Executor core() {
        return world.core;
    }

    @Override
    public People people() {
        return world.domain.people();
    }

    @Override
    public Rosters rosters() {
        return world.domain.rosters();
    }

    @Override
    public Chats chats() {
        return world.domain.chats();
    }

    @Override
    public Rooms rooms() {
        return world.domain.rooms();
    }

    @Override
    public FileTransfers files() {
        return world.domain.files();
    }

    @Override
    public Pictures pictures() {
        return world.domain.pictures();
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
    public Gateways gateways() {
        return gateways;
    }

    @Override
    public Directories directories() {
        throw new UnsupportedOperationException();
    }

    @Override
    public OwnPresence ownPresence() {
        return world.domain.own();
    }

    @Override
    public Optional<char[]> password() {
        return Optional.of(XmppAt.password(user).toCharArray());
    }

    @Override
    public Path cache() {
        return cache;
    }

    @Override
    public void reportPasswordWanted(String reason) {
        failure = reason;
    }

    @Override
    public void report(AccountState.Phase phase, @Nullable String reason) {
        failure = reason;
        if (phase == AccountState.Phase.ONLINE) {
            online.countDown();
        }
    }

    @Override
    public void notice(String about, String sentence) {}

    @Override
    public void close() {
        session.close();
    }
}
