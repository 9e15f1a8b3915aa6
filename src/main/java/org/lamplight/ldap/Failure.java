package org.lamplight.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Set;
import org.lamplight.core.Texts;

/** Why there is no answer; the message is a sentence for people. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1;
    private static final Texts TEXTS = Texts.of(Failure.class);
    private static final Set<ResultCode> REFUSALS = Set.of(
            ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
            ResultCode.INAPPROPRIATE_AUTHENTICATION,
            ResultCode.AUTH_METHOD_NOT_SUPPORTED,
            ResultCode.STRONG_AUTH_REQUIRED,
            ResultCode.AUTHORIZATION_DENIED,
            ResultCode.UNWILLING_TO_PERFORM,
            // what Active Directory says to who has not signed in
            ResultCode.OPERATIONS_ERROR);

    /** What helps. */
    enum Help {
        /** Time: it is tried again. */
        TIME,

        /** The right password. */
        PASSWORD,

        /** Somebody who changes the account, or the server. */
        PERSON
    }

    private final Help help;

    private Failure(Help help, String sentence, Throwable cause) {
        super(sentence, cause);
        this.help = help;
    }

    static Failure of(Help help, String sentence) {
        return new Failure(help, sentence, new IllegalStateException(sentence));
    }

    /** What the library says, in words. */
    static Failure of(LDAPException said, LdapKeys keys) {
        ResultCode code = said.getResultCode();
        if (isIn(said, NameCheck.WrongName.class)) {
            return person(said, "name.other", keys.host());
        }
        if (isIn(said, CertificateException.class) || isIn(said, CertPathValidatorException.class)) {
            return person(said, "certificate.unknown", keys.place());
        }
        if (code.equals(ResultCode.INVALID_CREDENTIALS)) {
            return new Failure(
                    Help.PASSWORD, TEXTS.get("password.wrong", keys.bindDn().orElse("")), said);
        }
        if (code.equals(ResultCode.NO_SUCH_OBJECT)) {
            return person(said, "base.absent", keys.base().orElse(""));
        }
        if (code.equals(ResultCode.INVALID_DN_SYNTAX)) {
            return person(said, "name.unread", keys.place());
        }
        if (code.equals(ResultCode.CONFIDENTIALITY_REQUIRED)) {
            return person(said, "security.wanted", keys.place());
        }
        if (REFUSALS.contains(code)) {
            return person(said, keys.bindDn().isPresent() ? "refused.known" : "refused.anonymous", keys.place());
        }
        return new Failure(
                Help.TIME, TEXTS.get(code.equals(ResultCode.TIMEOUT) ? "late" : "unreached", keys.place()), said);
    }

    private static Failure person(LDAPException said, String key, String value) {
        return new Failure(Help.PERSON, TEXTS.get(key, value), said);
    }

    private static boolean isIn(Throwable thrown, Class<? extends Throwable> kind) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (kind.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    Help help() {
        return help;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
