package org.lamplight.backend;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Calls;
import org.lamplight.call.Lines;
import org.lamplight.call.MediaEngine;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Rooms;
import org.lamplight.chat.files.FileTransfers;
import org.lamplight.directory.Directories;
import org.lamplight.gateway.Gateways;
import org.lamplight.people.People;
import org.lamplight.people.Pictures;
import org.lamplight.people.Rosters;
import org.lamplight.presence.OwnPresence;

/**
 * What a session may use of the program. The domain objects belong on {@link #core}: post to it, and never wait for
 * it on a library's thread.
 */
public interface BackendContext {

    Executor core();

    People people();

    Rosters rosters();

    Chats chats();

    Rooms rooms();

    FileTransfers files();

    Pictures pictures();

    Gateways gateways();

    /** Where a session adds the directory that it opens, and removes it; from any thread. */
    Directories directories();

    Lines lines();

    Calls calls();

    /** What gives calls their sound; empty where nothing does, and then there is no softphone. */
    Optional<MediaEngine> media();

    /** For publishers only: a session adds one and removes it; nobody but the program itself chooses a status. */
    OwnPresence ownPresence();

    /**
     * The account's password, looked up anew; empty if none is known. May take seconds: never on core or the EDT. The
     * caller overwrites the characters after use.
     */
    Optional<char[]> password();

    /** A folder for this account's caches; it exists. */
    Path cache();

    /** Tells that the account has failed for want of the right password. From any thread. */
    void reportPasswordWanted(String reason);

    /** Tells how the account does. From any thread. */
    void report(AccountState.Phase phase, @Nullable String reason);

    /**
     * Tells the user something about this account that is no failure; an empty sentence takes it back. From any thread.
     *
     * @param about which of several things about the account
     */
    void notice(String about, String sentence);
}
