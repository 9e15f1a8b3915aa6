package org.lamplight.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.lamplight.backend.Account;
import org.lamplight.backend.AccountState;
import org.lamplight.backend.Accounts;
import org.lamplight.backend.BackendContext;
import org.lamplight.call.Calls;
import org.lamplight.call.Lines;
import org.lamplight.call.MediaEngine;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Rooms;
import org.lamplight.chat.files.FileTransfers;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Notice;
import org.lamplight.directory.Directories;
import org.lamplight.gateway.Gateways;
import org.lamplight.people.People;
import org.lamplight.people.Pictures;
import org.lamplight.people.Rosters;
import org.lamplight.presence.OwnPresence;
import org.lamplight.profile.Profile;
import org.lamplight.secrets.Passwords;

/** What one account's session gets of the program. */
record Session(
        Account account,
        CoreThread coreThread,
        Events events,
        People people,
        Rosters rosters,
        Chats chats,
        Rooms rooms,
        FileTransfers files,
        Pictures pictures,
        Gateways gateways,
        Directories directories,
        Telephony telephony,
        OwnPresence ownPresence,
        Passwords passwords,
        Profile profile,
        java.util.function.Supplier<Accounts> accounts)
        implements BackendContext {

    @Override
    public Lines lines() {
        return telephony.lines();
    }

    @Override
    public Calls calls() {
        return telephony.calls();
    }

    @Override
    public Optional<MediaEngine> media() {
        return telephony.engine();
    }

    @Override
    public Executor core() {
        return coreThread;
    }

    @Override
    public Optional<char[]> password() {
        return passwords.find(account);
    }

    @Override
    public Path cache() {
        try {
            return Files.createDirectories(profile.cache(account.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void notice(String about, String sentence) {
        coreThread.execute(() -> events.publish(new Notice(account.id() + " " + about, sentence)));
    }

    @Override
    public void reportPasswordWanted(String reason) {
        coreThread.execute(() -> accounts.get().reportPasswordWanted(account.id(), reason));
    }

    @Override
    public void report(AccountState.Phase phase, @Nullable String reason) {
        coreThread.execute(() -> accounts.get().report(account.id(), phase, reason));
    }
}
