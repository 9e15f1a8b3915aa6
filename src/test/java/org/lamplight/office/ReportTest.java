package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.Report;
import org.lamplight.office.xmpp.xml.Element;

/** Who blocks somebody may say why (XEP-0377). */
class ReportTest {
    @RegisterExtension
    final OfficeRule rule = new OfficeRule();

    @Test
    void reportsReachTheServerAndNobodyElse() throws Exception {
        RawClient desk = rule.online("ada", "desk");
        RawClient phone = rule.online("ada", "phone");
        phone.ask("get", "", "<blocklist xmlns='urn:xmpp:blocking'/>");
        Element answer = desk.ask(
                "set",
                "",
                "<block xmlns='urn:xmpp:blocking'><item jid='john@localhost'>"
                        + "<report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:spam'>"
                        + "<stanza-id xmlns='urn:xmpp:sid:0' by='ada@localhost' id='s1'/><text>Adverts</text>"
                        + "</report></item><item jid='tim@localhost'/></block>");
        assertThat(answer.attribute("type")).isEqualTo("result");
        assertThat(rule.office().reports()).hasSize(1);
        Report report = rule.office().reports().get(0);
        assertThat(report.by()).hasToString("ada@localhost");
        assertThat(report.about()).hasToString("john@localhost");
        assertThat(report.reason()).isEqualTo("urn:xmpp:reporting:spam");
        assertThat(report.text()).isEqualTo("Adverts");
        assertThat(report.messages()).containsExactly("s1");
        Element push = phone.await("push", element -> element.find("block", Ns.BLOCKING) != null);
        assertThat(push.toString()).contains("john@localhost", "tim@localhost").doesNotContain("report");
        assertThat(desk.ask("get", "localhost", "<query xmlns='" + Ns.DISCO_INFO + "'/>")
                        .toString())
                .contains("urn:xmpp:reporting:1");
    }
}
