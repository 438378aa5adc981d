package io.fluxj.oci.notation;

import io.fluxj.oci.notation.Envelope.Headers;
import io.fluxj.oci.notation.Envelope.Scheme;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.oci.x509.Certificates;
import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Envelopes in CBOR. Source: Notary Project, signature envelope COSE; RFC 9052. */
final class CoseEnvelope {
    private static final long SIGN1 = 18;
    private static final long EPOCH = 1;
    private static final Cbor ALGORITHM = new Cbor.Int(1);
    private static final Cbor CRITICAL = new Cbor.Int(2);
    private static final Cbor CONTENT_TYPE = new Cbor.Int(3);
    private static final Cbor CHAIN = new Cbor.Int(33);
    private static final Cbor SCHEME = named("signingScheme");
    private static final Cbor SIGNED_AT = named("signingTime");
    private static final Cbor AUTHENTIC_TIME = named("authenticSigningTime");
    private static final Cbor EXPIRY = named("expiry");
    private static final Cbor TIMESTAMP = named("timestampSignature");
    private static final int MOST_CERTIFICATES = 20;

    private CoseEnvelope() {}

    private static Cbor named(String name) {
        return new Cbor.Text(Envelope.PREFIX + name);
    }

    static Envelope read(byte[] bytes) throws UnverifiedException {
        if (!(Cbor.read(bytes) instanceof Cbor.Tagged(long tag, Cbor.Row(List<Cbor> parts)))
                || tag != SIGN1
                || parts.size() != 4
                || !(parts.get(0) instanceof Cbor.Bytes(byte[] protectedPart))
                || !(parts.get(1) instanceof Cbor.Table(Map<Cbor, Cbor> open))
                || !(parts.get(2) instanceof Cbor.Bytes(byte[] payload))
                || !(parts.get(3) instanceof Cbor.Bytes(byte[] signature))) {
            throw malformed("it is no COSE_Sign1");
        }
        if (!(Cbor.read(protectedPart) instanceof Cbor.Table(Map<Cbor, Cbor> header))) {
            throw malformed("its protected header is no map");
        }
        requireKnown(header);
        List<X509Certificate> chain = chain(open.get(CHAIN) == null ? new Cbor.Row(List.of()) : open.get(CHAIN));
        Envelope.requireSigned(algorithm(header), chain, message(protectedPart, payload), signature);
        byte[] timestamp = open.get(TIMESTAMP) instanceof Cbor.Bytes(byte[] token) ? token : new byte[0];
        return new Envelope(payload, headers(header), chain, signature, timestamp);
    }

    private static Optional<SigningAlgorithm> algorithm(Map<Cbor, Cbor> header) {
        return header.get(ALGORITHM) instanceof Cbor.Int(long number)
                ? SigningAlgorithm.numbered(number)
                : Optional.empty();
    }

    private static void requireKnown(Map<Cbor, Cbor> header) throws UnverifiedException {
        Set<Cbor> critical =
                header.get(CRITICAL) instanceof Cbor.Row(List<Cbor> names) ? new HashSet<>(names) : Set.of();
        Set<Cbor> wanted = new HashSet<>(Set.of(SCHEME));
        for (Cbor name : List.of(EXPIRY, AUTHENTIC_TIME)) {
            if (header.containsKey(name)) {
                wanted.add(name);
            }
        }
        if (!critical.equals(wanted)) {
            throw new UnverifiedException(
                    "the signature's critical headers are not those that are known; those of plugins are not");
        }
        if (!new Cbor.Text(Envelope.PAYLOAD).equals(header.get(CONTENT_TYPE))) {
            throw new UnverifiedException("payload content type not supported");
        }
    }

    private static Headers headers(Map<Cbor, Cbor> header) throws UnverifiedException {
        if (!(header.get(SCHEME) instanceof Cbor.Text(String name))) {
            throw malformed("it has no signing scheme");
        }
        Scheme scheme = Scheme.named(name);
        Optional<Instant> signedAt = time(header, scheme == Scheme.X509 ? SIGNED_AT : AUTHENTIC_TIME);
        return new Headers(
                scheme, signedAt.orElseThrow(() -> malformed("it has no signing time")), time(header, EXPIRY));
    }

    private static Optional<Instant> time(Map<Cbor, Cbor> header, Cbor name) throws UnverifiedException {
        if (!header.containsKey(name)) {
            return Optional.empty();
        }
        if (header.get(name) instanceof Cbor.Tagged(long tag, Cbor.Int(long seconds))
                && tag == EPOCH
                && Math.abs(seconds) < Instant.MAX.getEpochSecond()) {
            return Optional.of(Instant.ofEpochSecond(seconds));
        }
        throw malformed("a time is no number of seconds");
    }

    private static List<X509Certificate> chain(Cbor value) throws UnverifiedException {
        List<Cbor> entries = value instanceof Cbor.Row(List<Cbor> row) ? row : List.of(value);
        if (entries.size() > MOST_CERTIFICATES) {
            throw malformed("it has more than " + MOST_CERTIFICATES + " certificates");
        }
        List<X509Certificate> chain = new ArrayList<>();
        for (Cbor entry : entries) {
            if (!(entry instanceof Cbor.Bytes(byte[] der))) {
                throw malformed("a certificate is no bytes");
            }
            chain.add(Certificates.read(der));
        }
        return chain;
    }

    /** What the signature is of: a row of the context, the protected header, nothing else, and the payload. */
    private static byte[] message(byte[] protectedPart, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] context = Cbor.ascii("Signature1");
        out.writeBytes(Cbor.head(4, 4));
        out.writeBytes(Cbor.head(3, context.length));
        out.writeBytes(context);
        for (byte[] part : List.of(protectedPart, new byte[0], payload)) {
            out.writeBytes(Cbor.head(2, part.length));
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static UnverifiedException malformed(String why) {
        return new UnverifiedException("the COSE envelope cannot be read: " + why);
    }
}
