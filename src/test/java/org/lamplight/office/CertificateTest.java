package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.office.tls.SelfSignedCertificate;

/** Certificates made on the spot. */
class CertificateTest {
    @Test
    void namesAndAddresses() throws Exception {
        X509Certificate certificate =
                SelfSignedCertificate.create(List.of("localhost", "127.0.0.1")).certificate();
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=localhost");
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(List.of(2, "localhost"), List.of(7, "127.0.0.1"));
        assertThat(certificate.getBasicConstraints()).isNotNegative();
        assertThatCode(certificate::checkValidity).doesNotThrowAnyException();
        certificate.verify(certificate.getPublicKey());
    }

    @Test
    void expired() throws Exception {
        Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
        X509Certificate certificate = SelfSignedCertificate.create(
                        List.of("chat.example"), yesterday.minus(9, ChronoUnit.DAYS), yesterday)
                .certificate();
        assertThatThrownBy(certificate::checkValidity).isInstanceOf(CertificateExpiredException.class);
    }
}
