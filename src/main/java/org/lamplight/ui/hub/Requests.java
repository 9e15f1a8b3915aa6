package org.lamplight.ui.hub;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.Request;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.PeopleMirror;
import org.lamplight.ui.kit.Question;
import org.lamplight.ui.kit.Strip;

/** Who wants to see when one is here: one strip each, at most three and the number of the others. EDT. */
final class Requests extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 3;

    private final transient Domain domain;
    private final transient Texts texts;
    private final transient PeopleMirror people;
    private final transient Consumer<String> refused;

    Requests(Domain domain, Texts texts, PeopleMirror people, Consumer<String> refused) {
        super(new MigLayout("insets 0, gap 0 1, wrap 1, fillx", "[grow,fill]"));
        this.domain = domain;
        this.texts = texts;
        this.people = people;
        this.refused = refused;
        setOpaque(false);
        setName("requests");
        refresh();
    }

    void refresh() {
        removeAll();
        people.requests().stream().limit(MOST_SHOWN).forEach(request -> add(strip(request)));
        int more = people.requests().size() - MOST_SHOWN;
        if (more > 0) {
            add(new Strip(Strip.Tone.AMBER, texts.get("request.more", more)));
        }
        setVisible(!people.requests().isEmpty());
        revalidate();
        repaint();
    }

    private Strip strip(Request request) {
        String address = request.address();
        String name = request.name();
        String who = name == null || name.isBlank()
                ? PlainText.line(address)
                : PlainText.line(name) + " (" + PlainText.line(address) + ")";
        return new Strip(Strip.Tone.AMBER, texts.get("request.wants", who))
                .button(
                        "request.accept",
                        texts.get("request.accept"),
                        () -> answer(() -> domain.rosters().accept(address)))
                .button(
                        "request.decline",
                        texts.get("request.decline"),
                        () -> answer(() -> domain.rosters().decline(address)))
                .button(
                        "request.report",
                        texts.get("request.report"),
                        () -> answer(() -> domain.rosters().report(address)));
    }

    private void answer(Supplier<CompletableFuture<Void>> with) {
        Question.ask(domain.core(), with, done -> {}, refused);
    }
}
