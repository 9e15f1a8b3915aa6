package org.lamplight.sip.stack;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * For whom a certificate speaks (RFC 5922, section 7.1): SIP URIs, then hosts and addresses of its alternative names, and the
 * common name only where there is none of those. No wildcards (section 7.2).
 */
final class CertificateNames {
    private static final int DNS = 2;
    private static final int URI = 6;
    private static final int ADDRESS = 7;

    private final Set<String> found = new HashSet<>();

    static CertificateNames of(X509Certificate certificate) throws CertificateParsingException {
        CertificateNames names = new CertificateNames();
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        if (alternatives != null) {
            alternatives.forEach(names::add);
        } else {
            names.addCommonName(certificate);
        }
        return names;
    }

    private void add(List<?> alternative) {
        String value = String.valueOf(alternative.get(1)).toLowerCase(Locale.ROOT);
        if (alternative.get(0) instanceof Integer kind) {
            if (kind == DNS || kind == ADDRESS) {
                found.add(value);
            } else if (kind == URI && value.startsWith("sip:") && value.indexOf('@') < 0) {
                found.add(value.substring("sip:".length()));
            }
        }
    }

    private void addCommonName(X509Certificate certificate) {
        try {
            for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    found.add(String.valueOf(part.getValue()).toLowerCase(Locale.ROOT));
                }
            }
        } catch (InvalidNameException unreadable) {
            found.clear();
        }
    }

    boolean names(Set<String> wanted) {
        return wanted.stream().map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(found::contains);
    }
}
