package org.lamplight.ui.kit;

import java.awt.Desktop;
import java.awt.Desktop.Action;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.lamplight.core.Texts;
import org.lamplight.ui.text.Link;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door by which links leave the program: an address of XMPP opens a talk here, all others go to the program that
 * the system has for them. EDT.
 */
public final class Browser implements LinkOpener {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    private static final String TALK = "xmpp:";

    private final Beside beside = new Beside("browser");
    private final Texts texts;
    private final Consumer<String> talk;

    /** @param talk opens the talk with a bare address */
    public Browser(Texts texts, Consumer<String> talk) {
        this.texts = texts;
        this.talk = talk;
    }

    @Override
    public void open(Link link, Consumer<String> refused) {
        if (link.target().startsWith(TALK)) {
            // what an address asks for beside the talk is not done for somebody who only clicked
            talk.accept(link.place());
            return;
        }
        beside.start(() -> hand(URI.create(link.target())), done -> {}, failure -> {
            LOG.warn("{} could not be opened", link.target(), failure);
            refused.accept(texts.get("browser.failed", link.target()));
        });
    }

    private static URI hand(URI link) throws IOException {
        if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Action.BROWSE)) {
            Desktop.getDesktop().browse(link);
        } else {
            new ProcessBuilder(List.of("xdg-open", link.toString())).start();
        }
        return link;
    }
}
