package org.lamplight.skin;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A drawing. Its light hues become those of the theme; the document of each theme is kept. */
final class SvgArtwork implements Artwork {
    private static final String REMEDY = "Save it again as plain SVG";
    private static final int MOST_THEMES = 8;

    private final String svg;
    private final Map<Hues, SVGDocument> documents = new ConcurrentHashMap<>();

    private SvgArtwork(String svg) {
        this.svg = svg;
    }

    static SvgArtwork of(byte[] bytes) throws BrokenIcon {
        SvgGate.check(bytes);
        SvgArtwork artwork = new SvgArtwork(text(bytes));
        try {
            artwork.document(Hues.LIGHT);
        } catch (RuntimeException broken) {
            throw new BrokenIcon("cannot be drawn", REMEDY);
        }
        return artwork;
    }

    /** In the encoding that the file itself declares. */
    private static String text(byte[] bytes) throws BrokenIcon {
        try {
            XMLStreamReader reader = SvgGate.strict().createXMLStreamReader(new ByteArrayInputStream(bytes));
            @Nullable String declared = reader.getCharacterEncodingScheme();
            return new String(bytes, declared == null ? StandardCharsets.UTF_8.name() : declared);
        } catch (Exception unknownEncoding) {
            throw new BrokenIcon("is in an encoding nobody knows", "Save it as UTF-8");
        }
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
