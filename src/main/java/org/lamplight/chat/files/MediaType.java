package org.lamplight.chat.files;

import java.net.URLConnection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Media types (RFC 6838) by name. Pure. */
public final class MediaType {
    private static final String ANY = "application/octet-stream";

    /** What the platform's table lacks and talks are full of. */
    private static final Map<String, String> MORE = Map.of(
            "webp", "image/webp",
            "avif", "image/avif",
            "md", "text/markdown",
            "log", "text/plain",
            "csv", "text/csv",
            "mp4", "video/mp4",
            "opus", "audio/opus",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "odt", "application/vnd.oasis.opendocument.text");

    /** What we can make a small picture of. */
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/bmp");

    private MediaType() {}

    public static String ofName(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String more = MORE.get(ending);
        String known = more != null ? more : URLConnection.guessContentTypeFromName("x." + ending);
        return known == null ? ANY : known;
    }

    /** What somebody says it is, if that has the form of a type; else by the name. */
    public static String of(@Nullable String said, String name) {
        String type = said == null ? "" : said.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        boolean sane =
                type.length() < 100 && type.matches("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+") && !type.equals(ANY);
        return sane ? type : ofName(name);
    }

    /** Whether a small picture of it can be shown. */
    public static boolean isPicture(@Nullable String type) {
        return type != null && PICTURES.contains(type);
    }
}
