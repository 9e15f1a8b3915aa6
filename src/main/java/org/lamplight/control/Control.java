package org.lamplight.control;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lamplight.backend.AccountTrial;
import org.lamplight.backend.Accounts;
import org.lamplight.backend.Backends;
import org.lamplight.call.CallLog;
import org.lamplight.call.Calls;
import org.lamplight.call.Lines;
import org.lamplight.call.MediaEngine;
import org.lamplight.call.Recordings;
import org.lamplight.chat.Chats;
import org.lamplight.chat.RoomDeeds;
import org.lamplight.chat.Rooms;
import org.lamplight.chat.export.TalkExport;
import org.lamplight.chat.files.FileTransfers;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.directory.Directories;
import org.lamplight.gateway.Gateways;
import org.lamplight.people.People;
import org.lamplight.people.PictureForm;
import org.lamplight.people.Pictures;
import org.lamplight.people.Rosters;
import org.lamplight.presence.OwnPresence;
import org.lamplight.profile.Settings;
import org.lamplight.skin.Skins;

/** The control interface of one running instance, from its opening to its close. */
public final class Control implements AutoCloseable {

    /**
     * All that commands work on.
     *
     * @param calledAtOnce calls by a link of another program, on core; false where somebody is to be asked first
     */
    public record Subjects(
            CoreThread core,
            Events events,
            Clock clock,
            OwnPresence ownPresence,
            People people,
            Rosters rosters,
            Chats chats,
            TalkExport exports,
            FileTransfers files,
            Gateways gateways,
            Directories directories,
            Pictures pictures,
            PictureForm pictureForm,
            Rooms rooms,
            RoomDeeds roomDeeds,
            Lines lines,
            Calls calls,
            CallLog callLog,
            Optional<MediaEngine> media,
            Recordings recordings,
            Accounts accounts,
            AccountTrial trial,
            Backends backends,
            Skins skins,
            Settings settings,
            Windows windows,
            Predicate<String> calledAtOnce,
            Runnable quit) {}

    private final ControlServer server;

    /** Listens; {@link #announce} tells where. */
    public Control(Path file, Subjects on) throws IOException {
        Waiting core = new Waiting(on.core());
        Json.Icons icons = status -> on.skins().current().shown(status).shownAs();
        server = new ControlServer(
                file,
                new ControlDesk(List.of(
                        new StatusCommands(core, on.ownPresence(), icons, on.clock()),
                        new PeopleCommands(core, on.people(), on.rosters(), icons, on.lines()::reach),
                        new ChatCommands(core, on.chats(), on.files(), on.people(), on.exports()),
                        new GatewayCommands(core, on.gateways()),
                        new DirectoryCommands(core, on.directories(), on.people(), icons, on.lines()::reach),
                        new AvatarCommands(core, on.pictures(), on.pictureForm()),
                        new RoomCommands(core, on.chats(), on.rooms(), on.roomDeeds(), on.people()),
                        new CallCommands(
                                core,
                                on.calls(),
                                on.lines(),
                                on.callLog(),
                                new DeviceCommands(on.media(), on.settings()),
                                new ForwardCommands(core, on.lines(), on.settings()),
                                on.recordings()),
                        new AccountCommands(core, on.accounts(), on.trial()),
                        new SkinCommands(on.skins(), on.settings()),
                        new EventCommands(on.events(), icons, on.lines()::reach, on.clock()),
                        new ClientCommands(
                                core,
                                on.settings(),
                                on.windows(),
                                on.calledAtOnce(),
                                on.people(),
                                on.backends(),
                                on.quit()))));
    }

    /** Writes address and token into the file. Blocks; fails where it can't be written, and may be called again then. */
    public void announce() throws IOException {
        server.announce();
    }

    @Override
    public void close() {
        server.close();
    }
}
