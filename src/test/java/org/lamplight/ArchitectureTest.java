package org.lamplight;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.lamplight.presence.OwnPresence;
import org.lamplight.presence.PresencePublisher;

/** How the packages may know each other. Each rule says why. */
@AnalyzeClasses(packages = "org.lamplight", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] DOMAIN = {
        "org.lamplight.core..",
        "org.lamplight.presence..",
        "org.lamplight.people..",
        "org.lamplight.chat..",
        "org.lamplight.gateway..",
        "org.lamplight.form..",
        "org.lamplight.backend..",
        "org.lamplight.call..",
        "org.lamplight.directory..",
        "org.lamplight.voicemail..",
        "org.lamplight.calendar.."
    };

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("org.lamplight.(**)")
            .should()
            .beFreeOfCycles()
            .because("packages that need each other can neither be read nor left out one by one");

    @ArchTest
    static final ArchRule DOMAIN_IS_FREE = classes()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(DOMAIN).or(resideInAnyPackage("java..", "org.slf4j..", "org.jspecify..")))
            .because("what the product means must outlive every library and every toolkit");

    @ArchTest
    static final ArchRule DOMAIN_HAS_NO_FACE = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..", "java.sql..")
            .because("the domain runs headless, and off the event thread");

    @ArchTest
    static final ArchRule SMACK_IN_XMPP =
            only("org.lamplight.xmpp..", "org.jivesoftware..", "org.jxmpp..", "org.minidns..");

    @ArchTest
    static final ArchRule SQL_IN_STORE = only("org.lamplight.store..", "java.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule LUCENE_IN_SPELLING = only("org.lamplight.spelling..", "org.apache.lucene..");

    @ArchTest
    static final ArchRule OPUS_IN_MEDIA = only("org.lamplight.media..", "io.github.jaredmdobson..");

    @ArchTest
    static final ArchRule WEBRTC_IN_MEDIA = only("org.lamplight.media.voice..", "dev.onvoid..");

    @ArchTest
    static final ArchRule BOUNCY_CASTLE_IN_DTLS = only("org.lamplight.media.dtls..", "org.bouncycastle..");

    @ArchTest
    static final ArchRule JAIN_SIP_IN_SIP = only("org.lamplight.sip..", "javax.sip..", "gov.nist..");

    @ArchTest
    static final ArchRule LDAP_IN_LDAP = noClasses()
            .that()
            .resideOutsideOfPackages("org.lamplight.ldap..", "org.lamplight.office.directory..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.unboundid..")
            .because(
                    "a library has one adapter, so that it can be replaced there; the office plays the server with it");

    @ArchTest
    static final ArchRule LIBPHONENUMBER_IN_NUMBERS = only("org.lamplight.numbers..", "com.google.i18n..");

    @ArchTest
    static final ArchRule LDAP_HAS_NO_GUESTS = noClasses()
            .that()
            .resideOutsideOfPackage("org.lamplight.ldap..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.lamplight.ldap..")
            .because("what a directory says reaches the domain through its port");

    @ArchTest
    static final ArchRule GSON_IN_CONTROL = only("org.lamplight.control..", "com.google.gson..");

    @ArchTest
    static final ArchRule DBUS_IN_SECRETS = noClasses()
            .that()
            .resideOutsideOfPackages("org.lamplight.secrets..", "org.lamplight.desktop..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.freedesktop..")
            .because("a library has one adapter, so that it can be replaced there");

    @ArchTest
    static final ArchRule NATIVE_CALLS_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages("org.lamplight.desktop..", "org.lamplight.media..", "org.lamplight.secrets..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.jna..")
            .because("a native call may crash the process, so it stays where the platform itself is the subject");

    @ArchTest
    static final ArchRule SWING_IN_THE_FACE = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.lamplight.ui..",
                    "org.lamplight.skin..",
                    "org.lamplight.desktop..",
                    "org.lamplight.app..",
                    "org.lamplight.office..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.awt..", "javax.swing..", "com.formdev..", "com.github.weisj..", "net.miginfocom..")
            .because("no network thread may touch Swing, and a headless client must not load it");

    @ArchTest
    static final ArchRule LOOKS_IN_THE_FACE = noClasses()
            .that()
            .resideOutsideOfPackages("org.lamplight.ui..", "org.lamplight.skin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.formdev..", "com.github.weisj..", "net.miginfocom..")
            .because("the look can then be exchanged without touching anything else");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_A_BACK_END = noClasses()
            .that()
            .resideOutsideOfPackage("org.lamplight.xmpp..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.lamplight.xmpp..")
            .because("back ends are discovered, so that one can be left out");

    @ArchTest
    static final ArchRule XMPP_STANDS_ON_ITS_STREAM = noClasses()
            .that()
            .resideInAPackage("org.lamplight.xmpp.stream..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.lamplight.xmpp..").and(not(resideInAPackage("org.lamplight.xmpp.stream.."))))
            .because("account, connection and requests are what every part of the back end stands on");

    @ArchTest
    static final ArchRule PARTS_OF_XMPP_ARE_STRANGERS = slices().matching(
                    "org.lamplight.xmpp.(roster|pictures|chat|rooms|gateways|files)..")
            .should()
            .notDependOnEachOther()
            .because("a part is put beside the others in one place, so that it can be read, and changed, alone");

    @ArchTest
    static final ArchRule SIP_HAS_NO_GUESTS = noClasses()
            .that()
            .resideOutsideOfPackages("org.lamplight.sip..", "org.lamplight.office..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.lamplight.sip..")
            .because("what SIP says reaches the domain as observations; only the office speaks it from the other side");

    @ArchTest
    static final ArchRule ONLY_THE_ROOT_KNOWS_ADAPTERS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.lamplight.store..",
                    "org.lamplight.spelling..",
                    "org.lamplight.secrets..",
                    "org.lamplight.numbers..",
                    "org.lamplight.control..",
                    "org.lamplight.desktop..",
                    "org.lamplight.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.lamplight.store..",
                    "org.lamplight.spelling..",
                    "org.lamplight.secrets..",
                    "org.lamplight.numbers..",
                    "org.lamplight.control..",
                    "org.lamplight.desktop..")
            .because("adapters are put together in one place and nowhere else");

    @ArchTest
    static final ArchRule ADAPTERS_ARE_STRANGERS = slices().matching(
                    "org.lamplight.(xmpp|sip|media|ldap|numbers|store|spelling|secrets|desktop)..")
            .should()
            .notDependOnEachOther()
            .because("an adapter that imports another can't be left out alone");

    @ArchTest
    static final ArchRule OFFICE_IS_ANY_SERVER = noClasses()
            .that()
            .resideOutsideOfPackages("org.lamplight.office..", "org.lamplight.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.lamplight.office..")
            .because("the client reaches the office as it reaches every other server");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_ROOT = noClasses()
            .that()
            .resideOutsideOfPackage("org.lamplight.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.lamplight.app..")
            .because("what is composed must not reach for its composer");

    @ArchTest
    static final ArchRule ONE_WRITER = noClasses()
            .that()
            .doNotBelongToAnyOf(OwnPresence.class)
            .should()
            .callMethod(PresencePublisher.class, "publish", org.lamplight.presence.Presence.class)
            .because("presence with many writers gets stuck; sources give observations instead");

    @ArchTest
    static final ArchRule THREADS_COME_FROM_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackages("org.lamplight.core", "org.lamplight.office..")
            .should()
            .callConstructor(Thread.class, Runnable.class, String.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.Executors")
            .because("threads without a name and an owner can't be found again");

    @ArchTest
    static final ArchRule ONE_WAY_TO_THE_EDT = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.lamplight.ui.kit.Edt")
            .should()
            .callMethod(javax.swing.SwingUtilities.class, "invokeLater", Runnable.class)
            .orShould()
            .callMethod(java.awt.EventQueue.class, "invokeLater", Runnable.class)
            .because("bursts are gathered before the event thread, which needs one door");

    @ArchTest
    static final ArchRule NO_GLOBALS = noMethods()
            .that()
            .areStatic()
            .should()
            .haveName("getInstance")
            .because("parts get what they need by constructor, from the composition root");

    private static ArchRule only(String home, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .because("a library has one adapter, so that it can be replaced there");
    }
}
