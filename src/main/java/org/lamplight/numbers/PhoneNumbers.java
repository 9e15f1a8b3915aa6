package org.lamplight.numbers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.function.Supplier;
import org.lamplight.directory.Numbers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Numbers as the world's plans have them, seen from one country. */
public final class PhoneNumbers implements Numbers {
    private static final Logger LOG = LoggerFactory.getLogger(PhoneNumbers.class);

    private final Supplier<String> region;

    /** @param region two capitals, or empty where it is not known; asked each time */
    public PhoneNumbers(Supplier<String> region) {
        this.region = region;
    }

    private static PhoneNumberUtil plans() {
        return PhoneNumberUtil.getInstance();
    }

    @Override
    public Optional<String> e164(String written) {
        return parsed(written).map(number -> plans().format(number, PhoneNumberFormat.E164));
    }

    @Override
    public Optional<String> national(String written) {
        return parsed(written)
                .map(number ->
                        plans().format(number, PhoneNumberFormat.NATIONAL).replaceAll("\\D", ""))
                .filter(digits -> !digits.isEmpty());
    }

    private Optional<PhoneNumber> parsed(String written) {
        String home = region.get();
        if (home.isEmpty() && !written.startsWith("+")) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = plans().parse(written, home.isEmpty() ? null : home);
            boolean clear = written.startsWith("+") || isWhole(written, home);
            boolean fits = clear ? plans().isPossibleNumber(number) : isClear(number, home);
            return fits ? Optional.of(number) : Optional.empty();
        } catch (NumberParseException none) {
            LOG.trace("no number", none);
            return Optional.empty();
        }
    }

    /** With the prefix of long-distance calls, where there is one that says so: a zero. */
    private static boolean isWhole(String written, String home) {
        return hasZero(home) && written.startsWith("0");
    }

    /** Where nothing is dialled before the area, a valid number is a whole one; elsewhere it is one of one's own town. */
    private static boolean isClear(PhoneNumber number, String home) {
        return !hasZero(home) && plans().isValidNumber(number);
    }

    private static boolean hasZero(String home) {
        return "0".equals(plans().getNddPrefixForRegion(home, true));
    }
}
