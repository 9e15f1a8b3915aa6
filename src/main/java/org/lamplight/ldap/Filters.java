package org.lamplight.ldap;

import com.unboundid.ldap.sdk.Filter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lamplight.directory.SearchText;
import org.lamplight.directory.SoughtNumber;

/**
 * Questions to a server (RFC 4511, section 4.5.1.7). They may be answered with more than fits: what does is told afterwards,
 * where it can be told exactly. Immutable.
 */
final class Filters {
    /** Letters that may carry a mark which whoever searches left out. */
    private static final Pattern MARKED = Pattern.compile("(?i)[aeiouycnszldtrg]|[^\\x00-\\x7f]");

    /** Two letters that may stand for one with a mark. */
    private static final Pattern PAIR = Pattern.compile("(?i)ae|oe|ue|aa|ss|th");

    /** What nearly always carries the mark. */
    private static final Pattern VOWELS = Pattern.compile("(?i)ae|oe|ue|aa|ss|[aeiouy]|[^\\x00-\\x7f]");

    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{M}\\p{P}\\p{N}]+");
    private static final int MOST_DIGITS = 18;

    private final Fields fields;

    Filters(Fields fields) {
        this.fields = fields;
    }

    /** Everybody, to see whether anybody is there. */
    Filter anybody() {
        return fields.persons();
    }

    /** Each word as it was typed. */
    Filter words(SearchText text) {
        return persons(text.words().stream()
                .map(word -> anywhere(fields.searched(), Set.of(List.of(word))))
                .toList());
    }

    /** Each word with any marks on its letters, for servers that tell o from ö; empty where that would be everybody. */
    Optional<Filter> marked(SearchText text) {
        List<Set<List<String>>> words =
                text.words().stream().map(Filters::spellings).toList();
        boolean more = words.stream().anyMatch(word -> word.size() > 1);
        return more
                ? Optional.of(persons(words.stream()
                        .map(word -> anywhere(fields.searched(), word))
                        .toList()))
                : Optional.empty();
    }

    /** The pieces between letters that may look different: each spelling is a list of pieces in their order. */
    private static Set<List<String>> spellings(String word) {
        String whole = Normalizer.normalize(word, Normalizer.Form.NFC);
        Set<List<String>> all = new LinkedHashSet<>();
        all.add(List.of(word));
        if (!LATIN.matcher(whole).matches()) {
            return all;
        }
        for (Pattern unsure : List.of(MARKED, PAIR)) {
            Matcher letters = unsure.matcher(whole);
            while (letters.find()) {
                add(all, List.of(whole.substring(0, letters.start()), whole.substring(letters.end())));
            }
        }
        add(all, Arrays.asList(VOWELS.split(whole)));
        return all;
    }

    private static void add(Set<List<String>> all, List<String> pieces) {
        List<String> left = pieces.stream().filter(piece -> !piece.isEmpty()).toList();
        if (left.stream().mapToInt(String::length).sum() > 1) {
            all.add(left);
        }
    }

    /** Whoever has it in one of its spellings, or something that ends with its digits with anything between them. */
    Filter number(SoughtNumber number) {
        List<Filter> any = new ArrayList<>();
        for (String attribute : fields.numbers()) {
            number.spellings().forEach(one -> any.add(Filter.createEqualityFilter(attribute, one)));
            any.add(ending(attribute, number));
        }
        return persons(List.of(Filter.createORFilter(any)));
    }

    private static Filter ending(String attribute, SoughtNumber number) {
        String digits = number.ending();
        int last = Math.max(0, digits.length() - 2);
        if (number.isExtension() || last == 0) {
            return Filter.createSubFinalFilter(attribute, digits);
        }
        // the last two stand together wherever numbers are written in groups, and let the server use its index
        String[] single =
                digits.substring(Math.max(0, last - MOST_DIGITS), last).split("");
        return Filter.createSubstringFilter(attribute, null, single, digits.substring(last));
    }

    private static Filter anywhere(List<String> attributes, Set<List<String>> spellings) {
        return Filter.createORFilter(attributes.stream()
                .flatMap(attribute -> spellings.stream()
                        .map(pieces -> Filter.createSubAnyFilter(attribute, pieces.toArray(String[]::new))))
                .toList());
    }

    private Filter persons(List<Filter> all) {
        return Filter.createANDFilter(
                Stream.concat(Stream.of(fields.persons()), all.stream()).toList());
    }
}
