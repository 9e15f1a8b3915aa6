package org.lamplight.media.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.MediaReport;
import org.lamplight.call.MediaSecurity;
import org.lamplight.media.codec.AudioCodec;
import org.lamplight.media.quality.EModel;
import org.lamplight.media.sdp.NegotiatedAudio;
import org.lamplight.media.session.RtpSession;
import org.lamplight.media.session.SessionFigures;

/** What a session has measured, as the domain wants to know it. Pure functions. */
final class Reporting {
    private Reporting() {}

    static MediaReport of(
            @Nullable RtpSession session,
            Optional<NegotiatedAudio> agreed,
            RecentLoss loss,
            boolean signalledInSecret) {
        if (session == null || agreed.isEmpty()) {
            return new MediaReport("", MediaSecurity.NONE, 0, -1, 0, -1, EModel.meanOpinionScore(EModel.BEST), 0);
        }
        MediaSecurity secure = security(session, agreed.get());
        AudioCodec codec = agreed.get().codec();
        SessionFigures figures = session.figures();
        return new MediaReport(
                codec.payloadName() + "/" + codec.clockRate(),
                secure,
                loss.percent(figures.received(), figures.lost()),
                figures.peerLossPercent(),
                figures.jitterMillis(),
                figures.roundTripMillis(),
                figures.opinion(),
                figures.silentMillis(),
                secure != MediaSecurity.NONE && signalledInSecret);
    }

    /** Keys that a handshake is to bring protect nothing before they are there. */
    private static MediaSecurity security(RtpSession session, NegotiatedAudio agreed) {
        if (agreed.dtls().isPresent()) {
            return session.isVerified() ? MediaSecurity.DTLS : MediaSecurity.NONE;
        }
        return agreed.crypto().isPresent() ? MediaSecurity.SDES : MediaSecurity.NONE;
    }
}
