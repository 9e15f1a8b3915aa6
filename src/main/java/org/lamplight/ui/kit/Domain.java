package org.lamplight.ui.kit;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lamplight.backend.AccountState;
import org.lamplight.chat.Chats;
import org.lamplight.chat.RoomDeeds;
import org.lamplight.chat.Rooms;
import org.lamplight.chat.export.TalkExport;
import org.lamplight.chat.files.FileTransfers;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Notice;
import org.lamplight.people.People;
import org.lamplight.people.Pictures;
import org.lamplight.people.Rosters;
import org.lamplight.presence.OwnPresence;

/**
 * What windows ask and tell. All of it but {@code core}, {@code events} and {@code clock} belongs on the core thread.
 *
 * @param accounts how each account does
 * @param problems what is wrong with the profile's files; from any thread
 * @param retry tries the account of this id again, now
 */
public record Domain(
        CoreThread core,
        Events events,
        Clock clock,
        People people,
        Rosters rosters,
        Chats chats,
        TalkExport exports,
        FileTransfers files,
        Pictures pictures,
        Rooms rooms,
        RoomDeeds roomDeeds,
        OwnPresence own,
        Supplier<List<AccountState>> accounts,
        Consumer<String> retry,
        Supplier<List<Notice>> problems,
        SigningIn signingIn,
        Phone phone) {}
