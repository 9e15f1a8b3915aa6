package org.lamplight.ui.hub;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.Person;
import org.lamplight.ui.call.CallTarget;
import org.lamplight.ui.call.CallsPane;
import org.lamplight.ui.call.ForwardStrips;
import org.lamplight.ui.call.LineFoot;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Line;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Openings;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.SearchField;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.WindowFrame;
import org.lamplight.ui.rooms.JoinRoom;

/** The hub: oneself at the top, people and talks below. All on the EDT. */
public final class HubWindow extends WindowFrame {
    private static final long serialVersionUID = 1L;
    private static final Dimension FIRST = new Dimension(340, 680);
    private static final Dimension LEAST = new Dimension(280, 420);

    private final transient Texts texts;
    private final transient Mirrors mirrors;
    private final transient Openings openings;
    private final HubHeader header;
    private final SearchField search;
    private final PeoplePane people;
    private final ChatsPane chats;
    private final CallsPane calls;
    private final JButton call = Plain.plain(new JButton());
    private final JButton messages = Plain.plain(new JButton());
    private final CardLayout cards = new CardLayout();
    private final JPanel sections = new JPanel(cards);
    private String section = "people";
    private @Nullable RailButton toCalls;

    /**
     * @param statusMenu opens the status menu under the component that it is given
     */
    public HubWindow(
            Domain domain,
            Stage stage,
            Mirrors mirrors,
            Openings openings,
            Consumer<JComponent> statusMenu,
            Program program) {
        super("hub", "Lamplight", FIRST, LEAST, stage.places());
        this.texts = stage.texts(HubWindow.class);
        this.mirrors = mirrors;
        this.openings = openings;
        people = new PeoplePane(domain, stage, texts, mirrors, this::talk);
        chats = new ChatsPane(stage, texts, mirrors, this::talk);
        calls = new CallsPane(domain, stage, mirrors, people.deeds().calls());
        search = new SearchField(texts.get("search.hint"), this::search);
        Runnable add = () -> people.deeds().add("");
        MyPicture picture = new MyPicture(domain, stage, texts, mirrors.accounts());
        JoinRoom joinRoom = new JoinRoom(domain, stage, this::talk);
        Runnable join = () -> joinRoom.ask(this);
        ToolMenu tools = new ToolMenu(
                texts, stage.theme(), program, add, join, () -> picture.ask(this), () -> about(program.version()));
        header = new HubHeader(stage, texts, mirrors, statusMenu, tools::showUnder);
        layOut(domain, stage);
        bind(add, program.quit());
        Keys.bindWithin(getRootPane(), "ctrl J", join);
        Keys.bindWithin(getRootPane(), "ctrl shift M", () -> program.open().accept("several"));
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                firstFocus().requestFocusInWindow();
            }
        });
    }

    private void layOut(Domain domain, Stage stage) {
        JPanel all = new JPanel(new MigLayout(
                "insets 0, gap 0, wrap 1, hidemode 3", "[grow,fill]", "[][][]0[grow,fill,shrinkprio 200][]"));
        all.add(header, "h 64!, wmin 0");
        search.setName("search");
        all.add(search, "h 32!, gap 12 12 0 12, wmin 0");
        all.add(new Line(), "h 1!");
        JPanel body = new JPanel(new MigLayout("insets 0, gap 0", "[56!][grow,fill]", "[grow,fill]"));
        body.setOpaque(false);
        body.add(rail());
        sections.setOpaque(false);
        sections.add(people, "people");
        sections.add(chats, "chats");
        sections.add(calls, "calls");
        JPanel right = new JPanel(new BorderLayout());
        right.setOpaque(false);
        right.add(above(), BorderLayout.NORTH);
        right.add(sections, BorderLayout.CENTER);
        body.add(right, "wmin 0, hmin 0");
        wide(messages, "search.messages", "search");
        messages.addActionListener(
                event -> openings.searchMessages(search.getText().strip()));
        all.add(body, "hmin 0, wmin 0");
        all.add(messages, "h 32!, gap 60 4 2 2, wmin 0");
        all.add(new ForwardStrips(domain, stage, mirrors), "wmin 0, hidemode 3");
        all.add(new LineFoot(domain, stage, mirrors), "h 36!, wmin 0, hidemode 3");
        all.add(new Notices(texts, domain), "wmin 0, hidemode 3");
        all.add(new AccountStrips(domain, stage, texts, mirrors.accounts()), "wmin 0");
        setContentPane(all);
    }

    /** A button as wide as the window, for what the typed words may mean besides. */
    private static void wide(JButton button, String name, String icon) {
        button.setName(name);
        button.setVisible(false);
        button.setHorizontalAlignment(SwingConstants.LEADING);
        button.setIcon(ActionIcons.icon(icon, 16));
        button.setIconTextGap(Look.px(12));
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_BORDERLESS);
    }

    /** What stands above whatever section is shown: the number that was typed, and what others ask. */
    private JPanel above() {
        JPanel above = new JPanel(new MigLayout("insets 0, gap 0, wrap 1, fillx, hidemode 3", "[grow,fill]"));
        above.setOpaque(false);
        wide(call, "search.call", "call");
        // as a chosen row, for it is what Enter does
        call.putClientProperty(FlatClientProperties.BUTTON_TYPE, null);
        call.putClientProperty(
                FlatClientProperties.STYLE,
                "background: $List.selectionBackground; hoverBackground: $List.selectionBackground; borderWidth: 0;"
                        + " arc: 0; margin: 6,12,7,12");
        call.addActionListener(event -> callTyped());
        above.add(call, "h 40!, wmin 0");
        above.add(people.strips(), "wmin 0");
        return above;
    }

    private Rail rail() {
        Rail rail = new Rail(texts, this::open);
        RailButton toPeople = rail.section("people", "people");
        RailButton toChats = rail.section("chats", "chat");
        RailButton toCalls = rail.section("calls", "call");
        mirrors.talks()
                .listen(() -> toChats.waiting(
                        mirrors.talks().unread(),
                        texts.get("rail.unread", mirrors.talks().unread())));
        Keys.bindWithin(getRootPane(), "ctrl 1", toPeople::doClick);
        Keys.bindWithin(getRootPane(), "ctrl 2", toChats::doClick);
        Keys.bindWithin(getRootPane(), "ctrl 3", toCalls::doClick);
        this.toCalls = toCalls;
        return rail;
    }

    private void bind(Runnable add, Runnable quit) {
        search.onDown(this::toList);
        search.onEnter(this::chatWithFound);
        Keys.bindWithin(getRootPane(), "ctrl N", add);
        Keys.bindWithin(getRootPane(), "ctrl F", search::requestFocusInWindow);
        Keys.bindWithin(getRootPane(), "ctrl Q", quit);
        Keys.bindWithin(getRootPane(), "ESCAPE", () -> search.setText(""));
        KeyAdapter typing = new KeyAdapter() {
            @Override
            public void keyTyped(KeyEvent event) {
                typedAnywhere(event);
            }
        };
        people.peopleList().addKeyListener(typing);
        chats.talkList().addKeyListener(typing);
    }

    /** Letters that no list wants go on in the search field. */
    private void typedAnywhere(KeyEvent event) {
        char typed = event.getKeyChar();
        boolean command = event.isControlDown() || event.isMetaDown() || (event.isAltDown() && !event.isAltGraphDown());
        if (!command && typed > ' ' && typed != KeyEvent.VK_DELETE && typed != KeyEvent.CHAR_UNDEFINED) {
            search.typeOn(typed);
            event.consume();
        }
    }

    private void open(String name) {
        section = name;
        cards.show(sections, name);
        if (name.equals("calls")) {
            calls.first().requestFocusInWindow();
        }
    }

    private void search(String text) {
        people.search(text);
        chats.search(text);
        call.setVisible(isDialled(text));
        call.setText(texts.get("search.call", PlainText.line(text)));
        messages.setVisible(!text.isEmpty());
        messages.setText(texts.get("search.messages", PlainText.line(text)));
    }

    /** Whether this may be meant as a number to call, and something is there to call with. */
    private boolean isDialled(String text) {
        return !mirrors.calls().lines().isEmpty() && CallTarget.isNumber(text);
    }

    private void callTyped() {
        String number = search.getText().strip();
        search.setText("");
        people.deeds().calls().dial(number);
    }

    /** Comes to the front with this number ready to be called: it takes one more key. */
    public void prepareCall(String number) {
        present();
        if (toCalls != null) {
            toCalls.doClick();
        }
        calls.prepare(number);
    }

    private void toList() {
        if (section.equals("chats")) {
            chats.talkList().requestFocusInWindow();
            if (chats.talkList().isSelectionEmpty()) {
                chats.talkList().setSelectedIndex(0);
            }
            return;
        }
        people.peopleList().requestFocusInWindow();
    }

    /** Who was searched is found then: the next word begins a new search. */
    private void talk(String address) {
        openings.talk(address);
        search.setText("");
    }

    private void chatWithFound() {
        if (isDialled(search.getText())) {
            callTyped();
            return;
        }
        Person found = people.peopleList().selectedPerson();
        if (!search.getText().isBlank() && found != null) {
            people.deeds().chat(found);
        }
    }

    private void about(String version) {
        new About(this, texts, version).setVisible(true);
    }

    @Override
    protected Component firstFocus() {
        Component signIn = people.signInButton();
        return signIn == null ? search : signIn;
    }

    @Override
    protected void minutePassed() {
        header.refresh();
        repaint();
    }
}
