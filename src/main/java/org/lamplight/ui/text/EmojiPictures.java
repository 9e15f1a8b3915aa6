package org.lamplight.ui.text;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Emoji at the size of the text, each drawn once; few hundred are kept. EDT. */
public final class EmojiPictures {
    private static final int MOST = 300;

    private record Wanted(String key, int tone, int pixels) {}

    private Emoji emoji = Emoji.none();
    private final Map<Wanted, BufferedImage> drawn = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, BufferedImage> eldest) {
            return size() > MOST;
        }
    };

    public Emoji emoji() {
        return emoji;
    }

    /** Shows these from now on. */
    public void use(Emoji loaded) {
        emoji = loaded;
    }

    /** Paints the first emoji of this text, if there is a drawing of it. */
    public void paint(Graphics2D graphics, String text, double x, double y, double side) {
        emoji.find(text, 0, text.length()).stream().findFirst().ifPresent(found -> paint(graphics, found, x, y, side));
    }

    /** Paints it on a square whose upper left corner is there; sharp on any screen. */
    void paint(Graphics2D graphics, Emoji.Found which, double x, double y, double side) {
        double scale = graphics.getTransform().getScaleX();
        int pixels = (int) Math.max(1, Math.min(512, Math.round(side * scale)));
        BufferedImage picture = drawn.computeIfAbsent(new Wanted(which.key(), which.tone(), pixels), this::draw);
        Graphics2D copy = (Graphics2D) graphics.create();
        copy.translate(x, y);
        copy.scale(side / pixels, side / pixels);
        copy.drawImage(picture, 0, 0, null);
        copy.dispose();
    }

    private BufferedImage draw(Wanted wanted) {
        BufferedImage picture = new BufferedImage(wanted.pixels(), wanted.pixels(), BufferedImage.TYPE_INT_ARGB);
        byte[] svg = emoji.svg(wanted.key(), wanted.tone()).getBytes(StandardCharsets.UTF_8);
        SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(svg), null, LoaderContext.createDefault());
        if (document != null) {
            Graphics2D graphics = picture.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            document.render((Component) null, graphics, new ViewBox(0, 0, wanted.pixels(), wanted.pixels()));
            graphics.dispose();
        }
        return picture;
    }
}
