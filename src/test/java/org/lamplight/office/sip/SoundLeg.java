package org.lamplight.office.sip;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.lamplight.media.codec.AudioCodec;
import org.lamplight.media.codec.G711;
import org.lamplight.media.rtp.RtpPacket;

/** One end of sound in a test. */
final class SoundLeg implements AutoCloseable {
    private final DatagramSocket socket;

    SoundLeg() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.setSoTimeout(10_000);
    }

    int port() {
        return socket.getLocalPort();
    }

    void send(RtpPacket packet, int port) throws IOException {
        byte[] data = packet.write();
        socket.send(new DatagramPacket(data, data.length, InetAddress.getLoopbackAddress(), port));
    }

    /** The next packet; fails if none comes in ten seconds. */
    RtpPacket next() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
        socket.receive(packet);
        return RtpPacket.parse(packet.getData(), packet.getLength()).orElseThrow();
    }

    /** Hears so many packets of µ-law; the root of the mean square, in parts of full scale. */
    double level(int packets) throws IOException {
        AudioCodec.Decoder decoder = G711.MU_LAW.decoder();
        double sum = 0;
        long count = 0;
        for (int i = 0; i < packets; i++) {
            for (short sample : decoder.decode(next().payload())) {
                sum += (double) sample * sample;
                count++;
            }
        }
        return Math.sqrt(sum / count) / Short.MAX_VALUE;
    }

    @Override
    public void close() {
        socket.close();
    }
}
