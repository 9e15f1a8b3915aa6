package org.lamplight.ui.hub;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.people.HubOrder;
import org.lamplight.people.Person;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.EmptyState;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Openings;
import org.lamplight.ui.kit.PeopleMirror;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.Strip;
import org.lamplight.ui.rooms.InvitationStrips;

/** The list of people, or what to do when there is nobody; what concerns it stands in strips. EDT. */
final class PeoplePane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String LIST = "list";
    private static final String EMPTY = "empty";
    private static final String NO_ACCOUNT = "empty.noAccount";

    private final transient Texts texts;
    private final transient Mirrors mirrors;
    private final transient PersonDeeds deeds;
    private final transient SignInForm signIn;
    private final PeopleList list;
    private final CardLayout cards = new CardLayout();
    private final JPanel body = new JPanel(cards);
    private final JPanel strips =
            new JPanel(new MigLayout("insets 0, gap 0 1, wrap 1, fillx, hidemode 3", "[grow,fill]"));
    private @Nullable Strip refusal;
    private @Nullable EmptyState empty;
    private String emptyKey = "";
    private String wanted = "";

    PeoplePane(Domain domain, Stage stage, Texts texts, Mirrors mirrors, Openings openings) {
        super(new BorderLayout());
        this.texts = texts;
        this.mirrors = mirrors;
        setOpaque(false);
        body.setOpaque(false);
        signIn = new SignInForm(domain, texts);
        deeds = new PersonDeeds(domain, texts, mirrors, openings, body, this::refused, this::groups);
        list = new PeopleList(stage, texts, mirrors.people(), deeds);
        Requests requests = new Requests(domain, texts, mirrors.people(), this::refused);
        strips.setOpaque(false);
        strips.add(requests);
        strips.add(new InvitationStrips(domain, stage, mirrors, openings::talk, this::refused));
        add(body, BorderLayout.CENTER);
        Scroller scroller = new Scroller(list);
        body.add(scroller, LIST);
        mirrors.people().listen(new Changes(requests));
        mirrors.accounts().listen(this::refresh);
        refresh();
    }

    /** What others ask and what was refused; it stands above whatever section is shown. */
    JPanel strips() {
        return strips;
    }

    PeopleList peopleList() {
        return list;
    }

    PersonDeeds deeds() {
        return deeds;
    }

    void search(String text) {
        wanted = text;
        list.search(text);
        refresh();
    }

    private Collection<String> groups() {
        Set<String> groups = new TreeSet<>(new HubOrder().groups());
        for (Person person : mirrors.people().all()) {
            groups.addAll(person.groups());
        }
        return groups;
    }

    private void refused(String sentence) {
        if (refusal != null) {
            strips.remove(refusal);
        }
        Strip said = new Strip(Strip.Tone.RED, sentence);
        said.setName("refusal");
        said.button("refusal.close", texts.get("close"), () -> {
            strips.remove(said);
            strips.revalidate();
        });
        refusal = said;
        strips.add(said, 0);
        strips.revalidate();
        strips.repaint();
    }

    private void refresh() {
        String key = emptyKey();
        boolean other = !key.equals(emptyKey);
        if (other) {
            emptyKey = key;
            replaceEmpty(key);
        }
        cards.show(body, key.isEmpty() ? LIST : EMPTY);
        if (other) {
            leadToAnAccount();
        }
    }

    /** Without an account there is only one thing to do. */
    private void leadToAnAccount() {
        JButton signs = signInButton();
        if (signs != null && getRootPane() != null) {
            getRootPane().setDefaultButton(signs);
            signs.requestFocusInWindow();
        }
    }

    /** Only now is there a window to have a main button. */
    @Override
    public void addNotify() {
        super.addNotify();
        leadToAnAccount();
    }

    /** There only while there is no account. */
    @Nullable
    JButton signInButton() {
        return empty != null && emptyKey.equals(NO_ACCOUNT) ? empty.button() : null;
    }

    private String emptyKey() {
        boolean nobody = wanted.isEmpty() ? mirrors.people().all().isEmpty() : list.isEmpty();
        if (!nobody || !mirrors.accounts().isKnown()) {
            return "";
        }
        if (!wanted.isEmpty()) {
            return Address.bareIm(wanted).isPresent() ? "empty.stranger" : "empty.notFound";
        }
        if (mirrors.accounts().all().isEmpty()) {
            return NO_ACCOUNT;
        }
        return mirrors.people().isLive() ? "empty.nobody" : "";
    }

    private void replaceEmpty(String key) {
        if (empty != null) {
            body.remove(empty);
            empty = null;
        }
        if (!key.isEmpty()) {
            boolean first = key.equals(NO_ACCOUNT);
            boolean add = key.equals("empty.nobody") || key.equals("empty.stranger");
            empty = new EmptyState(
                    key.equals("empty.notFound") ? "search" : "people",
                    texts.get(key),
                    texts.get(key + ".say"),
                    add || first ? texts.get(add ? "empty.add" : "signin.title") : null,
                    () -> {
                        if (first) {
                            signIn.ask(this);
                        } else {
                            deeds.add(wanted);
                        }
                    });
            body.add(empty, EMPTY);
        }
    }

    @Override
    protected void paintComponent(java.awt.Graphics graphics) {
        graphics.setColor(Look.content());
        graphics.fillRect(0, 0, getWidth(), getHeight());
    }

    private final class Changes implements PeopleMirror.Listener {
        private final Requests requests;

        Changes(Requests requests) {
            this.requests = requests;
        }

        @Override
        public void reshaped() {
            refresh();
        }

        @Override
        public void requested() {
            requests.refresh();
        }
    }
}
