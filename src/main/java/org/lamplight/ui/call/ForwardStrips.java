package org.lamplight.ui.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.call.ForwardRules;
import org.lamplight.call.Forwarding;
import org.lamplight.call.Forwarding.When;
import org.lamplight.call.LineStatus;
import org.lamplight.call.PersonTarget;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.Person;
import org.lamplight.ui.kit.CallChoices;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.PeopleMirror;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.Strip;

/** Says that calls ring elsewhere and not here, as long as all of a line do; nothing where none do. EDT. */
public final class ForwardStrips extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient CallChoices choices;
    private final transient Mirrors mirrors;
    private final transient Texts texts;
    private final transient CallWords words;
    private final transient ForwardDialog dialog;
    private transient Map<String, String> shown = Map.of();

    public ForwardStrips(Domain domain, Stage stage, Mirrors mirrors) {
        super(new MigLayout("insets 0, gap 0 1, wrap 1, fillx", "[grow,fill]"));
        this.choices = domain.phone().choices();
        this.mirrors = mirrors;
        this.texts = stage.texts(ForwardStrips.class);
        this.words = new CallWords(texts, mirrors, domain.clock());
        this.dialog = new ForwardDialog(domain, stage, mirrors);
        setOpaque(false);
        setName("forwarding");
        setVisible(false);
        choices.onChange(() -> Edt.later(this::refresh));
        mirrors.calls().onChange(this::refresh);
        mirrors.people().listen(new PeopleMirror.Listener() {
            @Override
            public void reshaped() {
                refresh();
            }

            @Override
            public void repainted(Set<String> ids) {}
        });
        refresh();
    }

    /** What stays the same keeps the focus of whoever is in it. */
    private void refresh() {
        ForwardRules rules = choices.forwarding();
        boolean several = mirrors.calls().lines().size() > 1;
        Map<String, String> wanted = new LinkedHashMap<>();
        for (LineStatus line : mirrors.calls().lines()) {
            rules.find(line.id(), When.ALL).ifPresent(rule -> wanted.put(line.id(), sentence(line, rule, several)));
        }
        if (!wanted.equals(shown)) {
            shown = wanted;
            removeAll();
            wanted.forEach((line, sentence) -> add(strip(line, sentence), "wmin 0"));
            setVisible(!wanted.isEmpty());
            revalidate();
            repaint();
        }
    }

    private String sentence(LineStatus line, Forwarding rule, boolean several) {
        String who = name(rule.target());
        return several ? texts.get("forward.line.all", words.line(line), who) : texts.get("forward.all.to", who);
    }

    private String name(String target) {
        return mirrors.people()
                .withAddress(PersonTarget.bare(target))
                .map(Person::name)
                .map(PlainText::line)
                .orElse(Callee.shown(target));
    }

    private Strip strip(String line, String sentence) {
        return new Strip(Strip.Tone.AMBER, "transfer", sentence)
                .button(
                        "forward.stop",
                        texts.get("forward.stop"),
                        () -> choices.forward(rules -> rules.without(line, When.ALL)))
                .button("forward.change", texts.get("forward.change"), () -> dialog.ask(this));
    }
}
