package org.lamplight.app;

import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.JRootPane;
import javax.swing.RootPaneContainer;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.GlobalKeys;
import org.lamplight.call.Headsets;
import org.lamplight.call.VoiceWishes;
import org.lamplight.call.dial.Dialled;
import org.lamplight.control.Refusal;
import org.lamplight.control.Windows;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.lamplight.people.Address;
import org.lamplight.profile.Settings;
import org.lamplight.skin.PresenceIcons;
import org.lamplight.ui.chat.TalkWindows;
import org.lamplight.ui.files.OpenedFiles;
import org.lamplight.ui.gateways.GatewaysWindow;
import org.lamplight.ui.hub.HubWindow;
import org.lamplight.ui.hub.Program;
import org.lamplight.ui.kit.Browser;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.EdtPauses;
import org.lamplight.ui.kit.LoadedEmoji;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Phone;
import org.lamplight.ui.kit.PortraitMirror;
import org.lamplight.ui.kit.Portraits;
import org.lamplight.ui.kit.Reading;
import org.lamplight.ui.kit.SharedFiles;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.Theme;
import org.lamplight.ui.kit.WarmUp;
import org.lamplight.ui.kit.WindowPicture;
import org.lamplight.ui.notify.Notifier;
import org.lamplight.ui.notify.UnreadBadge;
import org.lamplight.ui.skins.SkinWindows;
import org.lamplight.ui.status.StatusMenu;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The windows of the client: made once, on the EDT, and found by name. */
final class Face implements Windows {
    private static final Logger LOG = LoggerFactory.getLogger(Face.class);
    private static final Texts TEXTS = Texts.of(Face.class);

    private final Client client;
    private final GlobalKeys keys;
    private final Headsets headsets;
    private final EdtPauses pauses =
            new EdtPauses(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    private final AtomicReference<@Nullable HubWindow> hub = new AtomicReference<>();
    private final AtomicReference<@Nullable SkinWindows> skinWindows = new AtomicReference<>();
    private final AtomicReference<@Nullable GatewaysWindow> gatewaysWindow = new AtomicReference<>();
    private @Nullable Stage stage;

    private final AtomicReference<@Nullable Finding> finder = new AtomicReference<>();
    private final AtomicReference<@Nullable CallFace> calls = new AtomicReference<>();

    /** @param keys that are heard while other programs have the focus */
    Face(Client client, GlobalKeys keys, Headsets headsets) {
        this.client = client;
        this.keys = keys;
        this.headsets = headsets;
    }

    /** Makes the windows, and shows the hub unless it is to stay away. From any thread; returns at once. */
    void show(boolean minimized) {
        WarmUp.inputMethod();
        Edt.later(() -> make(minimized));
    }

    private void make(boolean minimized) {
        pauses.install();
        Theme theme = new Theme(choice(), this::keep);
        theme.install();
        PresenceIcons icons = new PresenceIcons(client.skins()::current, theme::hues, Look::px);
        Domain domain = new Domain(
                client.core(),
                client.events(),
                client.clock(),
                client.people(),
                client.rosters(),
                client.chats(),
                client.exports(),
                client.files(),
                client.pictures(),
                client.rooms(),
                client.roomDeeds(),
                client.ownPresence(),
                client.accounts()::all,
                client.accounts()::retry,
                client::problems,
                new FirstAccount(client.trial()),
                phone());
        Stage plain = Stage.of(theme, icons, client.memory(), client.memory(), client.clock(), Locale.getDefault());
        Stage stage = readable(plain, new PortraitMirror(domain), new OpenedFiles(domain, Threads.single("pictures")));
        this.stage = stage;
        Mirrors mirrors = Mirrors.of(domain);
        Finding finding = new Finding(domain, stage, mirrors);
        TalkWindows talks = finding.talks();
        StatusMenu statusMenu = new StatusMenu(domain, stage, mirrors);
        Program program = new Program(Main.version(), this::openAlone, this::quit);
        HubWindow window = new HubWindow(domain, stage, mirrors, finding, statusMenu::openUnder, program);
        endWith(window);
        tell(domain, stage, mirrors, talks, window);
        calls.set(new CallFace(domain, stage, mirrors, finding, window));
        finding.serve(window);
        finder.set(finding);
        client.skins()
                .listen(() -> Edt.later(() -> Arrays.stream(Window.getWindows()).forEach(Window::repaint)));
        client.settings().listen(Set.of("theme"), () -> Edt.later(() -> follow(theme)));
        // it may have been changed while the windows were being made
        follow(theme);
        skinWindows.set(new SkinWindows(stage, client.skins(), skin -> remember("skin", skin)));
        hub.set(window);
        if (minimized) {
            window.setExtendedState(JFrame.ICONIFIED);
        }
        window.setVisible(true);
        // Before the first window there was nobody to be kept waiting
        Edt.later(pauses::reset);
    }

    private Phone phone() {
        Telephony telephony = client.telephony();
        return new Phone(
                telephony.calls(),
                telephony.lines(),
                telephony.log(),
                telephony.engine(),
                telephony::silence,
                line -> remember(KnownSettings.CALL_LINE, line),
                (use, device) -> remember(use.setting(), device),
                () -> KnownSettings.voice(client.settings()),
                this::remember,
                client.recordings(),
                new KeptCallChoices(client.settings(), client.disk()),
                keys,
                headsets);
    }

    private Stage readable(Stage plain, Portraits portraits, SharedFiles files) {
        Browser browser = new Browser(plain.texts(Browser.class), this::openTalk);
        return plain.with(new Reading(
                client.memory(),
                browser,
                portraits,
                files,
                new LoadedEmoji(client.memory()),
                client.spelling(plain.locale())));
    }

    private void openTalk(String address) {
        Finding finding = finder.get();
        if (finding != null) {
            finding.talks().talk(address);
        }
    }

    private void tell(Domain domain, Stage stage, Mirrors mirrors, TalkWindows talks, HubWindow window) {
        Notifications told = new Notifications(stage, client.settings(), talks::talk, window::present);
        client.closeAtEnd(told);
        new Notifier(domain, stage, mirrors, client.rooms()::isWorthACall, talks::isSeen, told::choices, told);
        new UnreadBadge(stage, mirrors.talks(), window, List.of(window, talks.conversation()));
    }

    /** Without a tray to live on in, a program whose main window is closed has been ended. */
    private void endWith(HubWindow window) {
        // whoever stays at the question about what is not saved wants to find it again
        window.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        window.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                quit();
            }
        });
    }

    /** A theme set by hand or by a command shows at once. */
    private void follow(Theme theme) {
        if (theme.choice() != choice()) {
            theme.use(choice());
        }
    }

    private Theme.Choice choice() {
        return Theme.Choice.valueOf(client.settings().get("theme").toUpperCase(Locale.ROOT));
    }

    private void keep(Theme.Choice choice) {
        remember("theme", choice.name().toLowerCase(Locale.ROOT));
    }

    private void remember(VoiceWishes before, VoiceWishes now) {
        remember(KnownSettings.ECHO, before.echo(), now.echo());
        remember(KnownSettings.NOISE, before.noise(), now.noise());
        remember(KnownSettings.LEVEL, before.level(), now.level());
    }

    private void remember(String setting, boolean before, boolean now) {
        if (before != now) {
            remember(setting, now ? "on" : "off");
        }
    }

    private void remember(String setting, String value) {
        client.disk().execute(() -> {
            try {
                client.settings().set(setting, value);
            } catch (Settings.Refused e) {
                LOG.warn("{}", e.getMessage());
            }
        });
    }

    @Override
    public List<String> open() throws InterruptedException {
        return onEdt(
                List.of(),
                () -> Arrays.stream(Window.getWindows())
                        .filter(Window::isVisible)
                        .map(Window::getName)
                        .toList());
    }

    @Override
    public void open(String name, Optional<String> argument) throws Refusal, InterruptedException {
        switch (name) {
            case "hub" -> onEdt(() -> present(hub.get()));
            case "conversation" -> openTalk(argument, false);
            case "talk" -> openTalk(argument, true);
            case "search" -> onEdt(() -> openSearch(argument.orElse("")));
            case "switcher" -> onEdt(this::openSwitcher);
            case "legend", "skin-editor", "gateways", "several", "sound", "call", "calls", "forward" ->
                onEdt(CompletableFuture.completedFuture(null), () -> openAlone(name))
                        .join();
            case "uri" -> openUri(argument.orElse(""));
            default -> throw new Refusal(TEXTS.get("window.unknown", name));
        }
    }

    private void openSearch(String words) {
        Finding finding = finder.get();
        if (finding != null) {
            finding.searchMessages(words);
        }
    }

    private void openSwitcher() {
        Finding finding = finder.get();
        HubWindow over = hub.get();
        if (finding != null && over != null) {
            over.present();
            finding.openSwitcher(over);
        }
    }

    /** Opens a window that needs to know nothing; the future completes when it shows. EDT. */
    private CompletableFuture<Void> openAlone(String name) {
        Finding finding = finder.get();
        if (finding != null && name.equals("several")) {
            finding.openSeveral();
            return CompletableFuture.completedFuture(null);
        }
        if (name.equals("gateways")) {
            openGateways();
            return CompletableFuture.completedFuture(null);
        }
        CallFace telephone = calls.get();
        if (telephone != null && telephone.open(name)) {
            return CompletableFuture.completedFuture(null);
        }
        SkinWindows windows = skinWindows.get();
        if (windows != null && name.equals("skin-editor")) {
            return windows.openEditor();
        }
        if (windows != null) {
            windows.openLegend();
        }
        return CompletableFuture.completedFuture(null);
    }

    private void openGateways() {
        Stage on = stage;
        if (on != null && gatewaysWindow.get() == null) {
            gatewaysWindow.set(
                    new GatewaysWindow(on, client.core(), client.events(), client.gateways(), client.rosters()));
        }
        GatewaysWindow window = gatewaysWindow.get();
        if (window != null) {
            window.present();
        }
    }

    /** Ends the program, after what is not saved was asked for. EDT. */
    private void quit() {
        SkinWindows windows = skinWindows.get();
        if (windows == null) {
            client.quit();
        } else {
            windows.settle(client::quit);
        }
    }

    private void openTalk(Optional<String> who, boolean apart) throws Refusal, InterruptedException {
        String peer = client.core()
                .ask(() -> who.flatMap(client.people()::find)
                        .flatMap(person -> person.address(Address.Kind.IM))
                        .or(() -> who.flatMap(Address::bareIm))
                        .orElse(""))
                .join();
        if (who.isPresent() && peer.isEmpty()) {
            throw new Refusal(TEXTS.get("peer.unknown", who.get()));
        }
        onEdt(() -> {
            // Not before: as the program starts, the windows may still be in the making
            Finding finding = finder.get();
            if (finding != null && !peer.isEmpty() && apart) {
                finding.talks().openApart(peer);
            } else if (finding != null && !peer.isEmpty()) {
                finding.talk(peer);
            } else if (finding != null) {
                finding.talks().conversation().present();
            }
        });
    }

    private void openUri(String uri) throws Refusal, InterruptedException {
        if (uri.matches("(?i)(tel|callto|sips?):.+")) {
            onEdt(() -> prepareCall(uri));
            return;
        }
        if (!uri.matches("(?i)(xmpp|im):.+")) {
            throw new Refusal(TEXTS.get("uri.unknown", uri));
        }
        openTalk(Optional.of(uri.replaceFirst("\\?.*", "")), false);
    }

    /** Whoever wrote the link is not to be called by one careless click. */
    private void prepareCall(String uri) {
        HubWindow window = hub.get();
        if (window != null) {
            Dialled meant = Dialled.of(uri);
            window.prepareCall(meant.target() + (meant.extension().isEmpty() ? "" : " ext " + meant.extension()));
        }
    }

    private static void present(@Nullable HubWindow window) {
        if (window != null) {
            window.present();
        }
    }

    @Override
    public void picture(Optional<String> name, Path file) throws Refusal, IOException, InterruptedException {
        Optional<BufferedImage> picture = onEdt(
                Optional.empty(),
                () -> Arrays.stream(Window.getWindows())
                        .filter(Window::isVisible)
                        .filter(window -> name.isEmpty() || name.get().equals(window.getName()))
                        .flatMap(window -> root(window).stream())
                        .findFirst()
                        .map(root -> WindowPicture.of(root, 1)));
        if (picture.isEmpty()) {
            throw new Refusal(name.map(n -> TEXTS.get("window.closed", n)).orElseGet(() -> TEXTS.get("window.none")));
        }
        File parent = file.toFile().getParentFile();
        if (parent == null
                || !Files.isDirectory(parent.toPath())
                || !ImageIO.write(picture.get(), "png", file.toFile())) {
            throw new Refusal(TEXTS.get("picture.unwritten", file));
        }
    }

    private static Optional<JRootPane> root(Window window) {
        return window instanceof RootPaneContainer container ? Optional.of(container.getRootPane()) : Optional.empty();
    }

    @Override
    public long longestPauseMs() {
        return pauses.longestMs();
    }

    @Override
    public long mostWorkMs() {
        return pauses.mostWorkMs();
    }

    @Override
    public void measureAnew() {
        pauses.reset();
    }

    /** Asks on the EDT and waits; {@code otherwise} is the answer where a bug stands in the way. */
    private static <T> T onEdt(T otherwise, Supplier<T> question) throws InterruptedException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            Edt.await(() -> answer.complete(question.get()));
        } catch (InvocationTargetException bug) {
            LOG.error("A window could not do that", bug.getCause());
        }
        return answer.getNow(otherwise);
    }

    private static void onEdt(Runnable deed) throws InterruptedException {
        onEdt(true, () -> {
            deed.run();
            return true;
        });
    }
}
