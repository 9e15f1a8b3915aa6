package org.lamplight.ldap;

import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;
import org.lamplight.directory.Entry;
import org.lamplight.people.Address;
import org.lamplight.people.Address.Kind;

/** Makes people of what a server sent, which may be anything. Immutable. */
final class EntryReader {
    private static final int MOST = 20;
    private static final Pattern IM = Pattern.compile("(?i)(xmpp|im):.+");
    private static final Pattern SIP = Pattern.compile("(?i)sips?:[^\\s<>\"]+@[^\\s<>\"]+");
    private static final Pattern PHONE = Pattern.compile(".*\\d.*");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private final String source;
    private final Fields fields;

    EntryReader(String source, Fields fields) {
        this.source = source;
        this.fields = fields;
    }

    /** Empty where it has no name. */
    Optional<Entry> read(SearchResultEntry from) {
        String first = values(from, Fields.FIRST).findFirst().orElse("");
        String last = values(from, Fields.LAST).findFirst().orElse("");
        Optional<String> name = values(from, Fields.NAME)
                .findFirst()
                .or(() -> Optional.of((first + " " + last).strip()).filter(both -> !both.isEmpty()));
        return name.map(known -> new Entry(
                source,
                String.valueOf(PlainText.line(from.getDN(), 2 * PlainText.SHORT)),
                known,
                Stream.of(Fields.FIRST, Fields.LAST, Fields.USER, Fields.NAME)
                        .flatMap(field -> values(from, field))
                        .filter(text -> !text.equals(known))
                        .distinct()
                        .toList(),
                addresses(from)));
    }

    private List<Address> addresses(SearchResultEntry from) {
        Set<Address> all = new LinkedHashSet<>();
        values(from, Fields.IM)
                .filter(value -> IM.matcher(value).matches() || value.indexOf(':') < 0)
                .flatMap(value -> Address.bareIm(value).stream())
                .forEach(bare -> all.add(Address.im(bare)));
        add(all, values(from, Fields.SIP).map(EntryReader::lowerScheme), Kind.SIP, SIP, null);
        Fields.PHONES.forEach((field, label) -> add(all, values(from, field), Kind.PHONE, PHONE, label));
        add(all, values(from, Fields.EMAIL), Kind.EMAIL, EMAIL, null);
        return new ArrayList<>(all).subList(0, Math.min(MOST, all.size()));
    }

    private static String lowerScheme(String value) {
        return value.replaceFirst("^(?i)sip:", "sip:").replaceFirst("^(?i)sips:", "sips:");
    }

    private static void add(Set<Address> all, Stream<String> values, Kind kind, Pattern like, @Nullable String label) {
        values.filter(value -> like.matcher(value).matches())
                .forEach(value -> all.add(new Address(kind, value, label)));
    }

    private Stream<String> values(SearchResultEntry from, String field) {
        return fields.of(field).stream()
                .map(from::getAttributeValues)
                .filter(Objects::nonNull)
                .flatMap(Stream::of)
                .limit(MOST)
                .map(value -> PlainText.line(value, PlainText.SHORT))
                .filter(Objects::nonNull);
    }
}
