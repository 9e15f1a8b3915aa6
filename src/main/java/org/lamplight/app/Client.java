package org.lamplight.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamplight.backend.Account;
import org.lamplight.backend.AccountTrial;
import org.lamplight.backend.Accounts;
import org.lamplight.backend.Backends;
import org.lamplight.call.GlobalKeys;
import org.lamplight.call.Headsets;
import org.lamplight.call.Recordings;
import org.lamplight.chat.Chats;
import org.lamplight.chat.RoomDeeds;
import org.lamplight.chat.Rooms;
import org.lamplight.chat.Spelling;
import org.lamplight.chat.export.TalkExport;
import org.lamplight.chat.files.FileTransfers;
import org.lamplight.control.Control;
import org.lamplight.control.Windows;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Notice;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.lamplight.desktop.headset.DeskHeadsets;
import org.lamplight.desktop.keys.DeskKeys;
import org.lamplight.gateway.Gateways;
import org.lamplight.office.Office;
import org.lamplight.office.OfficeAccount;
import org.lamplight.people.People;
import org.lamplight.people.Pictures;
import org.lamplight.people.Rosters;
import org.lamplight.presence.OwnPresence;
import org.lamplight.presence.Rules;
import org.lamplight.profile.AccountFolder;
import org.lamplight.profile.PictureFiles;
import org.lamplight.profile.Profile;
import org.lamplight.profile.Settings;
import org.lamplight.secrets.Passwords;
import org.lamplight.secrets.PlatformSecrets;
import org.lamplight.skin.SkinPlaces;
import org.lamplight.skin.SkinProblem;
import org.lamplight.skin.SkinWatch;
import org.lamplight.skin.Skins;
import org.lamplight.spelling.HunspellSpelling;
import org.lamplight.store.SqliteHistory;
import org.lamplight.ui.picture.PublishedForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: makes every part in order, and closes them in reverse. */
final class Client {
    private static final Logger LOG = LoggerFactory.getLogger(Client.class);
    private static final int CLOSE_SECONDS = 4;
    private static final String RULES = "presence.rules";
    private static final String SKIN = "skin";
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final Profile profile;
    private final Options options;
    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private final Clock clock = Clock.system(ZoneId.systemDefault());
    private final Events events = new Events();
    private final StandingNotices problems = new StandingNotices(events);
    private final CoreThread core;
    private final ScheduledExecutorService disk;
    private final Settings settings;
    private final Memory memory;
    private final Passwords passwords;
    private final Skins skins;
    private final PresenceRules presenceRules;
    private final OwnPresence ownPresence;
    private final People people;
    private final Rosters rosters;
    private final Chats chats;
    private final TalkExport exports;
    private final FileTransfers files;
    private final Pictures pictures;
    private final Gateways gateways;
    private final Telephony telephony;
    private final Rooms rooms;
    private final RoomDeeds roomDeeds;
    private final Backends backends = new Backends();
    private final Accounts accounts;
    private final AccountTrial trial;

    Client(Profile profile, Options options, SingleInstance only) {
        this.profile = profile;
        this.options = options;
        open.push(only);
        core = opened(new CoreThread());
        disk = Threads.single("disk");
        open.push(() -> finish(disk));
        settings = new Settings(profile.settings(), KnownSettings.all());
        memory = new Memory(
                profile.memory(), disk, sentence -> core.execute(() -> events.publish(new Notice("memory", sentence))));
        disk.scheduleWithFixedDelay(memory::retry, AGAIN.toSeconds(), AGAIN.toSeconds(), TimeUnit.SECONDS);
        open.push(memory::retry);
        passwords = new Passwords(System.getenv(), new PlatformSecrets());
        skins = new Skins(SkinPlaces.of(System.getProperty("lamplight.skinart"), ownJar(), profile.folder()));
        presenceRules = new PresenceRules(profile.presenceRules(), settings);
        Rules rules = presenceRules.read();
        ownPresence = new OwnPresence(core, events, clock, AtTheDesk.rules(rules, settings), memory);
        people = new People(core, events, clock, rules, memory);
        rosters = new Rosters(people, events);
        SqliteHistory history = opened(new SqliteHistory(profile.history(), core, events::publish));
        chats = new Chats(events, clock, history);
        chats.knowAccounts(people::accountOf);
        files = FilePlaces.transfers(core, events, clock, chats, people, settings, profile);
        pictures = new Pictures(core, events, people, opened(new PictureFiles(profile.pictures())));
        gateways = new Gateways(core, events, people, rosters, memory);
        telephony = opened(new Telephony(core, events, clock, people, ownPresence, history.calls(), settings));
        exports = new TalkExport(core, disk, chats);
        rooms = new Rooms(core, events, history);
        roomDeeds = new RoomDeeds(rooms, core);
        ScheduledExecutorService worker = Threads.single("accounts");
        accounts = new Accounts(
                core, worker, events, clock, new AccountFolder(profile.accounts()), backends, this::session);
        trial = new AccountTrial(core, events, accounts, new Keeping(passwords));
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private Session session(Account account) {
        return new Session(
                account,
                core,
                events,
                people,
                rosters,
                chats,
                rooms,
                files,
                pictures,
                gateways,
                telephony,
                ownPresence,
                passwords,
                profile,
                () -> accounts);
    }

    /** The office's own accounts become this profile's; their password lives in this run's memory alone. */
    void useOffice(Office office) throws IOException {
        open.push(office);
        OfficeAccount own = office.accounts().get(0);
        for (Account account : OfficeProfile.write(profile, office)) {
            passwords.give(account.id(), own.password().toCharArray());
        }
        nameEcho(OfficeProfile.ECHO);
    }

    /** One may be named by hand, and stays then. */
    private void nameEcho(String line) {
        try {
            if (settings.get(KnownSettings.ECHO_TEST).isEmpty()) {
                settings.set(KnownSettings.ECHO_TEST, line);
            }
        } catch (Settings.Refused unwritten) {
            LOG.warn("{}", unwritten.getMessage());
        }
    }

    void start() throws IOException {
        settings.problem().ifPresent(sentence -> problems.add("settings", sentence));
        useSkin();
        followRules();
        followReadMarkers();
        new HistoryDays(core, chats, settings).start();
        core.execute(this::loadHistory);
        List<Account> known = accounts.read();
        Windows windows = options.headless() ? new NoWindows() : face();
        // Before the first command can come: it may concern an account
        backends.start(ExternalJars.loader(profile.backends()), switchedOff());
        announce(opened(new Control(
                profile.control(),
                new Control.Subjects(
                        core,
                        events,
                        clock,
                        ownPresence,
                        people,
                        rosters,
                        chats,
                        exports,
                        files,
                        gateways,
                        pictures,
                        new PublishedForm(),
                        rooms,
                        roomDeeds,
                        telephony.lines(),
                        telephony.calls(),
                        telephony.log(),
                        telephony.engine(),
                        recordings(),
                        accounts,
                        trial,
                        backends,
                        skins,
                        settings,
                        windows,
                        this::quit))));
        Threads.atExit(this::shutDown);
        open.push(() -> accounts.close().thenRun(backends::stop).get(CLOSE_SECONDS, TimeUnit.SECONDS));
        accounts.open(known);
        if (options.headless()) {
            Threads.stayAlive(ended);
        }
    }

    private Windows face() {
        GlobalKeys keys = opened(new DeskKeys());
        Headsets headsets = opened(
                new DeskHeadsets(asked -> core.execute(() -> telephony.actions().does(asked))));
        Face face = new Face(this, keys, headsets);
        face.show(options.minimized());
        new CallKeys(core, telephony.actions(), keys, settings);
        new HeadsetUse(core, telephony.actions(), headsets, settings);
        // A client without windows has nobody at its keyboard
        opened(new AtTheDesk(core, ownPresence, chats, clock, settings));
        return face;
    }

    /** Until it works: there may be room on the disk again. */
    private void loadHistory() {
        chats.load().whenComplete((done, failed) -> {
            if (failed != null) {
                core.later(AGAIN, this::loadHistory);
            }
        });
    }

    /** Until it works, too. All but scripts do without. */
    private void announce(Control control) {
        try {
            control.announce();
        } catch (IOException e) {
            LOG.warn("The control file could not be written: {}", e.toString());
            notice(Texts.of(Client.class).get("control.unwritten", profile.control()));
            announceLater(control);
        }
    }

    private void announceLater(Control control) {
        disk.schedule(() -> announceAgain(control), AGAIN.toSeconds(), TimeUnit.SECONDS);
    }

    private void announceAgain(Control control) {
        try {
            control.announce();
            notice("");
        } catch (IOException still) {
            LOG.debug("The control file can still not be written", still);
            announceLater(control);
        }
    }

    private void notice(String onControl) {
        Notice notice = new Notice("control", onControl);
        core.execute(() -> events.publish(notice));
    }

    private void useSkin() {
        try {
            skins.use(settings.get("skin"));
            if (!skins.problems().isEmpty()) {
                problems.add(SKIN, skinNotice().sentence());
            }
        } catch (IllegalArgumentException absent) {
            problems.add(SKIN, String.valueOf(absent.getMessage()));
        }
        skins.listen(() -> core.execute(() -> events.publish(skinNotice())));
        try {
            opened(new SkinWatch(skins));
        } catch (IOException unwatched) {
            LOG.info("Saved icons show at the next start, for the folders can't be watched", unwatched);
        }
    }

    /** The first thing that is wrong with the skin in use, and how many more there are. */
    private Notice skinNotice() {
        List<SkinProblem> wrong = skins.problems();
        String first = wrong.isEmpty() ? "" : wrong.get(0).toString();
        return new Notice(
                SKIN, wrong.size() < 2 ? first : Texts.of(Client.class).get("skin.more", first, wrong.size() - 1));
    }

    private Set<String> switchedOff() {
        return Arrays.stream(settings.get("backends.off").split("[, ]+"))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private void followRules() {
        if (!presenceRules.problem().isEmpty()) {
            problems.add(RULES, presenceRules.problem());
        }
        presenceRules.watch(this::useRules).ifPresent(open::push);
    }

    private void followReadMarkers() {
        Runnable follow = () -> {
            boolean on = settings.get(KnownSettings.READ_MARKERS).equals("on");
            core.execute(() -> chats.tellRead(on));
        };
        settings.listen(Set.of(KnownSettings.READ_MARKERS), follow);
        follow.run();
    }

    private void useRules(Rules rules, String problem) {
        core.execute(() -> {
            ownPresence.useRules(AtTheDesk.rules(rules, settings));
            people.useRules(rules);
            events.publish(new Notice(RULES, problem));
        });
    }

    private static @Nullable Path ownJar() {
        try {
            return Path.of(Client.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException | RuntimeException unknown) {
            return null;
        }
    }

    /** What is wrong with the profile's files. */
    List<Notice> problems() {
        return problems.all();
    }

    // ---- what the face needs

    CoreThread core() {
        return core;
    }

    Events events() {
        return events;
    }

    Clock clock() {
        return clock;
    }

    OwnPresence ownPresence() {
        return ownPresence;
    }

    People people() {
        return people;
    }

    Rosters rosters() {
        return rosters;
    }

    Chats chats() {
        return chats;
    }

    FileTransfers files() {
        return files;
    }

    Pictures pictures() {
        return pictures;
    }

    Gateways gateways() {
        return gateways;
    }

    Telephony telephony() {
        return telephony;
    }

    /** Where recorded calls lie. */
    Recordings recordings() {
        return new Recordings(profile.folder().resolve("recordings"));
    }

    TalkExport exports() {
        return exports;
    }

    Rooms rooms() {
        return rooms;
    }

    RoomDeeds roomDeeds() {
        return roomDeeds;
    }

    AccountTrial trial() {
        return trial;
    }

    Accounts accounts() {
        return accounts;
    }

    /** Knows the words of this language and of English, if the user wants that. */
    Spelling spelling(Locale language) {
        return HunspellSpelling.of(
                profile.folder(),
                language,
                () -> settings.get(KnownSettings.SPELLING).equals("on"));
    }

    Settings settings() {
        return settings;
    }

    Skins skins() {
        return skins;
    }

    Memory memory() {
        return memory;
    }

    ScheduledExecutorService disk() {
        return disk;
    }

    // ---- the end

    /** Has this part closed before all that was there before it. From any thread. */
    void closeAtEnd(AutoCloseable part) {
        open.push(part);
    }

    /** Ends the program, after whoever asked had its answer. From any thread; returns at once. */
    void quit() {
        Threads.daemon("quit", () -> {
            shutDown();
            System.exit(0);
        });
    }

    private void shutDown() {
        if (!ending.compareAndSet(false, true)) {
            return;
        }
        while (!open.isEmpty()) {
            AutoCloseable part = open.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not close cleanly", part.getClass().getSimpleName(), e);
            }
        }
        ended.countDown();
    }

    private static void finish(ScheduledExecutorService disk) {
        disk.shutdown();
        try {
            if (!disk.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("not everything was written in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives the trial of an account its passwords. */
    private record Keeping(Passwords passwords) implements AccountTrial.PasswordKeeping {
        @Override
        public void give(String accountId, char[] password) {
            passwords.give(accountId, password);
        }

        @Override
        public boolean keep(String accountId, char[] password) {
            return passwords.keep(accountId, password);
        }

        @Override
        public void forget(String accountId) {
            passwords.forget(accountId);
        }
    }
}
