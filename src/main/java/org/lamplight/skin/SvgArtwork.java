package org.lamplight.skin;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A drawing. Its light hues become those of the theme; the document of each theme is kept. */
final class SvgArtwork implements Artwork {
    private static final int MOST_THEMES = 8;

    /** It writes a stack and the whole drawing for each thing that it dislikes; the user's sentence says enough. */
    private static final Logger LIBRARY = Logger.getLogger("com.github.weisj.jsvg");

    static {
        LIBRARY.setLevel(Level.OFF);
    }

    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)[\"']");

    /** With fewer numbers in its shapes a drawing is drawn at once. */
    private static final int MANY_NUMBERS = 1000;

    private final String svg;
    private final byte[] bytes;
    private final boolean maybeSlow;
    private final Map<Hues, SVGDocument> documents = new ConcurrentHashMap<>();

    private SvgArtwork(String svg, byte[] bytes, boolean maybeSlow) {
        this.maybeSlow = maybeSlow;
        this.svg = svg;
        this.bytes = bytes.clone();
    }

    static SvgArtwork of(byte[] bytes) throws BrokenIcon {
        String svg = text(bytes);
        int numbers = SvgGate.check(svg);
        SvgArtwork artwork = new SvgArtwork(svg, bytes, numbers > MANY_NUMBERS);
        try {
            artwork.document(Hues.LIGHT);
        } catch (RuntimeException broken) {
            throw new BrokenIcon("undrawable");
        }
        return artwork;
    }

    /** In the encoding that the file itself declares. */
    private static String text(byte[] bytes) throws BrokenIcon {
        try {
            String text = new String(bytes, encoding(bytes));
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IllegalArgumentException unknownEncoding) {
            throw new BrokenIcon("encoding");
        }
    }

    private static Charset encoding(byte[] bytes) {
        if (AnyPicture.begins(bytes, "\u00FE\u00FF") || AnyPicture.begins(bytes, "\u00FF\u00FE")) {
            return StandardCharsets.UTF_16;
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(start);
        return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean maybeSlow() {
        return maybeSlow;
    }

    @Override
    public String ending() {
        return ".svg";
    }

    @Override
    public void draw(Graphics2D graphics, int side, Hues hues) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document(hues).render((java.awt.Component) null, graphics, new ViewBox(0, 0, side, side));
    }

    private SVGDocument document(Hues hues) {
        if (documents.size() > MOST_THEMES) {
            documents.clear();
        }
        return documents.computeIfAbsent(hues, these -> parse(these.applyTo(svg)));
    }

    private static SVGDocument parse(String text) {
        LoaderContext context = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                .documentLimits(new DocumentLimits(16, 1, 2000))
                .build();
        SVGDocument document = new SVGLoader()
                .load(() -> SvgGate.strict().createXMLEventReader(new StringReader(text)), null, context);
        if (document == null
                || document.size().getWidth() <= 0
                || document.size().getHeight() <= 0) {
            throw new IllegalArgumentException("not a drawing");
        }
        return document;
    }
}
