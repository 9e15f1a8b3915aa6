package org.lamplight.ui.hub;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.backend.AccountState;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.AccountsMirror;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.Strip;

/** Which account is off, since when, and what to do; nothing while all works. EDT. */
final class AccountStrips extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Domain domain;
    private final transient Stage stage;
    private final transient Texts texts;
    private final transient AccountsMirror accounts;
    private final transient Map<Shown, Strip> strips = new LinkedHashMap<>();

    AccountStrips(Domain domain, Stage stage, Texts texts, AccountsMirror accounts) {
        super(new MigLayout("insets 0, gap 0 1, wrap 1, fillx", "[grow,fill]"));
        this.domain = domain;
        this.stage = stage;
        this.texts = texts;
        this.accounts = accounts;
        setOpaque(false);
        setName("accounts");
        accounts.listen(this::refresh);
        refresh();
    }

    /** A strip keeps its place and its focus while only its words change. */
    private void refresh() {
        Map<Shown, String> wanted = new LinkedHashMap<>();
        accounts.all().stream()
                .filter(AccountStrips::isOff)
                .forEach(state -> wanted.put(new Shown(state.account().id(), state.wantsPassword()), words(state)));
        strips.entrySet().removeIf(shown -> {
            boolean over = !wanted.containsKey(shown.getKey());
            if (over) {
                remove(shown.getValue());
            }
            return over;
        });
        wanted.forEach(
                (shown, words) -> strips.computeIfAbsent(shown, this::added).say(words));
        setVisible(!strips.isEmpty());
        revalidate();
        repaint();
    }

    private record Shown(String account, boolean wantsPassword) {}

    private Strip added(Shown shown) {
        Strip strip = new Strip(Strip.Tone.AMBER, "");
        if (shown.wantsPassword()) {
            PasswordForm form = new PasswordForm(domain, texts);
            strip.button("account.password", texts.get("account.password"), () -> form.ask(this, shown.account()));
        } else {
            strip.button(
                    "account.retry",
                    texts.get("account.retry"),
                    () -> domain.core().execute(() -> domain.retry().accept(shown.account())));
        }
        add(strip);
        return strip;
    }

    private static boolean isOff(AccountState state) {
        return switch (state.phase()) {
            case OFFLINE, FAILED -> true;
            // at the start there is no reason yet: the first attempt is no news
            case CONNECTING -> state.reason() != null;
            case ONLINE, DISABLED -> false;
        };
    }

    private String words(AccountState state) {
        String name = PlainText.line(
                state.account().get("address").orElse(state.account().name()));
        String since = stage.moments().moment(state.since());
        String cause = PlainText.line(Objects.requireNonNullElse(state.reason(), ""));
        boolean again = state.phase() == AccountState.Phase.CONNECTING && !cause.isEmpty();
        String reason = again ? cause + " " + texts.get("account.again") : cause;
        return texts.get(reason.isEmpty() ? "account.off" : "account.offBecause", name, since, reason);
    }
}
