package org.lamplight.ui.chat;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.chat.Talk;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Line;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.SearchField;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.TalkList;

/** The talks at the left; in a narrow window only their icons. EDT. */
final class TalkSide extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int WIDE = 240;
    private static final int NARROW = 56;

    private final transient Mirrors mirrors;
    private final TalkList list;
    private final JPanel top = new JPanel(new MigLayout("insets 12, fillx", "[grow,fill]"));
    private final Set<String> opened = new LinkedHashSet<>();
    private String wanted = "";
    private String current = "";
    private boolean folded;

    TalkSide(Stage stage, Texts texts, Mirrors mirrors, Consumer<String> opens) {
        super(new BorderLayout());
        this.mirrors = mirrors;
        setOpaque(false);
        setName("side");
        list = new TalkList(stage, mirrors, texts.get("talks"), "Panel.background", opens);
        list.besideTalk();
        SearchField search = new SearchField(texts.get("search.hint"), this::search);
        search.setName("talks.search");
        search.onDown(list::requestFocusInWindow);
        top.setOpaque(false);
        top.add(search, "h 32!, wmin 0");
        Scroller scroller = new Scroller(list);
        scroller.setOpaque(false);
        scroller.getViewport().setOpaque(false);
        add(top, BorderLayout.NORTH);
        add(scroller, BorderLayout.CENTER);
        add(new Line(), BorderLayout.LINE_END);
        list.follow(mirrors, this::refresh);
    }

    void onDoubleClick(Consumer<String> opens) {
        list.onDoubleClick(opens);
    }

    TalkList talkList() {
        return list;
    }

    /** Marks this talk, and has it in the list even if nothing was written yet. */
    void select(String peer) {
        current = peer;
        opened.add(peer);
        refresh();
    }

    /** The talk after or before the one that is open, or the same at the ends. */
    String beside(int by) {
        List<Talk> shown = shown();
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).peer().equals(current)) {
                return shown.get(Math.max(0, Math.min(shown.size() - 1, i + by)))
                        .peer();
            }
        }
        return shown.isEmpty() ? current : shown.get(0).peer();
    }

    void fold(boolean narrow) {
        if (folded != narrow) {
            folded = narrow;
            top.setVisible(!narrow);
            revalidate();
        }
    }

    private void search(String text) {
        wanted = text.toLowerCase(Locale.ROOT);
        refresh();
    }

    private void refresh() {
        list.show(shown());
        list.select(current);
    }

    private List<Talk> shown() {
        List<Talk> shown = new ArrayList<>();
        opened.stream()
                .filter(peer -> mirrors.talks().with(peer).isEmpty())
                .map(peer -> new Talk(peer, 0, null))
                .forEach(shown::add);
        shown.addAll(mirrors.talks().all());
        shown.removeIf(talk -> !mirrors.matches(talk, wanted));
        return shown;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(Look.px(folded ? NARROW : WIDE), super.getPreferredSize().height);
    }
}
