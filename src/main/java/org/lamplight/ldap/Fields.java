package org.lamplight.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lamplight.backend.Account;
import org.lamplight.core.Texts;

/**
 * Which attributes of an entry say what: as the server's kind has it ({@code preset}, a file beside this class), and as the
 * account says otherwise ({@code attributes.FIELD}).
 *
 * @param persons which entries are people
 * @param attributes by field, in the order of looking
 */
record Fields(Filter persons, Map<String, List<String>> attributes) {
    static final String NAME = "name";
    static final String FIRST = "first-name";
    static final String LAST = "last-name";
    static final String USER = "user";
    static final String EMAIL = "email";
    static final String IM = "im";
    static final String SIP = "sip";

    /** Fields with telephone numbers, each with its label. */
    static final Map<String, String> PHONES = phones();

    private static final String PERSONS = "persons";
    private static final String USUAL = "inetorgperson";
    private static final List<String> PRESETS = List.of("inetorgperson", "active-directory", "freeipa");
    private static final Pattern NAMES = Pattern.compile("[A-Za-z][A-Za-z0-9-]*(\\s*,\\s*[A-Za-z][A-Za-z0-9-]*)*");

    private static Map<String, String> phones() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("phone", "work");
        all.put("mobile", "mobile");
        all.put("home-phone", "home");
        all.put("extension", "extension");
        return all;
    }

    static Fields of(Account account, Texts texts) {
        String preset = account.get("preset").orElse(USUAL).toLowerCase(Locale.ROOT);
        if (!PRESETS.contains(preset)) {
            throw new Unusable(texts.get("preset.wrong", preset, String.join(", ", PRESETS)));
        }
        Map<String, String> said = read(preset);
        account.keys().forEach((key, value) -> {
            if (key.startsWith("attributes.")) {
                String field = key.substring("attributes.".length());
                if (!said.containsKey(field)) {
                    throw new Unusable(
                            texts.get("field.wrong", field, String.join(", ", new TreeSet<>(said.keySet()))));
                }
                said.put(field, value.strip());
            }
        });
        return new Fields(persons(String.valueOf(said.remove(PERSONS)), texts), attributes(said, texts));
    }

    private static Map<String, String> read(String preset) {
        Properties file = new Properties();
        try (InputStream in = Fields.class.getResourceAsStream(preset + ".preset.properties")) {
            file.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> said = new LinkedHashMap<>();
        file.stringPropertyNames().forEach(field -> said.put(field, file.getProperty(field)));
        return said;
    }

    private static Filter persons(String said, Texts texts) {
        try {
            return Filter.create(said);
        } catch (LDAPException unreadable) {
            throw new Unusable(texts.get("persons.wrong", said));
        }
    }

    private static Map<String, List<String>> attributes(Map<String, String> said, Texts texts) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        said.forEach((field, names) -> {
            if (!names.isEmpty() && !NAMES.matcher(names).matches()) {
                throw new Unusable(texts.get("attribute.wrong", field, names));
            }
            attributes.put(
                    field,
                    Arrays.stream(names.split("[,\\s]+"))
                            .filter(name -> !name.isEmpty())
                            .toList());
        });
        return attributes;
    }

    List<String> of(String field) {
        return attributes.getOrDefault(field, List.of());
    }

    /** All that are read of an entry. */
    String[] all() {
        return attributes.values().stream().flatMap(List::stream).distinct().toArray(String[]::new);
    }

    /** Those in which words are looked for. */
    List<String> searched() {
        return together(Stream.of(NAME, FIRST, LAST, USER, EMAIL));
    }

    /** Those with telephone numbers. */
    List<String> numbers() {
        return together(PHONES.keySet().stream());
    }

    private List<String> together(Stream<String> some) {
        return some.flatMap(field -> of(field).stream()).distinct().toList();
    }
}
