package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.ANY_SLICE;
import static io.fluxj.gotemplate.value.GoType.INT;
import static io.fluxj.gotemplate.value.GoType.STRING;

import io.fluxj.gotemplate.format.Format;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;

/** Functions that make keys and certificates. */
final class CertificateFunctions {
    private static final int RSA_BITS = 2048;
    private static final long STEPS = 1_000_000;

    private final SecureRandom random;
    private final Sprig.RsaKeys rsa;
    private final Certificates certificates;

    CertificateFunctions(Clock clock, SecureRandom random, Sprig.RsaKeys rsa) {
        this.random = random;
        this.rsa = rsa;
        this.certificates = new Certificates(clock, random);
    }

    /** {@code sprig.certificate}: both in PEM. */
    record Certificate(String certificate, String key) implements GoObject {
        static final GoType TYPE = GoType.struct("sprig.certificate");

        @Override
        public GoType type() {
            return TYPE;
        }

        @Override
        public List<Field> fields() {
            return List.of(Field.of("Cert", certificate), Field.of("Key", key));
        }
    }

    void addTo(Library library) {
        library.add(
                "genPrivateKey",
                STRING,
                (run, a) -> {
                    run.spend(2 * STEPS);
                    return PrivateKeys.generate(Args.text(a, 0), random, rsa);
                },
                STRING);
        library.add(
                "buildCustomCert",
                Certificate.TYPE,
                (run, a) -> custom(Args.text(a, 0), Args.text(a, 1)),
                STRING,
                STRING);
        add(library, "genCA", a -> authority(a, rsa()), STRING, INT);
        add(library, "genCAWithKey", a -> authority(a, given(a, 2)), STRING, INT, STRING);
        add(library, "genSelfSignedCert", a -> selfSigned(a, rsa()), STRING, ANY_SLICE, ANY_SLICE, INT);
        add(
                library,
                "genSelfSignedCertWithKey",
                a -> selfSigned(a, given(a, 4)),
                STRING,
                ANY_SLICE,
                ANY_SLICE,
                INT,
                STRING);
        add(library, "genSignedCert", a -> signed(a, rsa()), STRING, ANY_SLICE, ANY_SLICE, INT, Certificate.TYPE);
        add(
                library,
                "genSignedCertWithKey",
                a -> signed(a, given(a, 5)),
                STRING,
                ANY_SLICE,
                ANY_SLICE,
                INT,
                Certificate.TYPE,
                STRING);
    }

    private interface Body {
        Certificate call(List<? extends @Nullable Object> args);
    }

    private static void add(Library library, String name, Body body, GoType... parameters) {
        library.add(
                name,
                Certificate.TYPE,
                (run, a) -> {
                    run.spend(STEPS);
                    return body.call(a);
                },
                parameters);
    }

    private PrivateKeys rsa() {
        return PrivateKeys.generateRsa(RSA_BITS, rsa);
    }

    private static PrivateKeys given(List<? extends @Nullable Object> args, int index) {
        try {
            return PrivateKeys.parse(Args.text(args, index));
        } catch (GoError e) {
            throw new GoError("parsing private key: " + e.getMessage(), e);
        }
    }

    private Certificate authority(List<? extends @Nullable Object> args, PrivateKeys key) {
        Certificates.Subject subject =
                new Certificates.Subject(Args.text(args, 0), List.of(), Values.integer(args.get(1)), true);
        return issued(subject, key, new Certificates.Issuer(null, key));
    }

    private Certificate selfSigned(List<? extends @Nullable Object> args, PrivateKeys key) {
        return issued(subject(args), key, new Certificates.Issuer(null, key));
    }

    private Certificate signed(List<? extends @Nullable Object> args, PrivateKeys key) {
        Certificate authority = (Certificate) Objects.requireNonNull(args.get(4));
        PemObject block = Certificates.firstBlock(authority.certificate());
        if (block == null) {
            throw new GoError("unable to decode certificate");
        }
        PrivateKeys signer;
        try {
            signer = PrivateKeys.parse(authority.key());
        } catch (GoError e) {
            throw new GoError("error parsing private key: " + e.getMessage(), e);
        }
        return issued(subject(args), key, new Certificates.Issuer(Certificates.parse(block), signer));
    }

    private Certificate issued(Certificates.Subject subject, PrivateKeys key, Certificates.Issuer issuer) {
        return new Certificate(certificates.issue(subject, key, issuer), Certificates.pem(key.pem()));
    }

    /** Names before addresses, as Go writes them. */
    private static Certificates.Subject subject(List<? extends @Nullable Object> args) {
        List<GeneralName> addresses = new ArrayList<>();
        for (Object address : Values.items(args.get(1))) {
            addresses.add(new GeneralName(GeneralName.iPAddress, address(address)));
        }
        List<GeneralName> names = new ArrayList<>();
        for (Object name : Values.items(args.get(2))) {
            if (!(name instanceof String text)) {
                throw new GoError(
                        "error processing alternate dns name: " + Format.text(Meter.NONE, name) + " is not a string");
            }
            names.add(new GeneralName(GeneralName.dNSName, text));
        }
        names.addAll(addresses);
        return new Certificates.Subject(Args.text(args, 0), names, Values.integer(args.get(3)), false);
    }

    private static String address(@Nullable Object address) {
        if (!(address instanceof String text)) {
            throw new GoError("error parsing ip: " + Format.text(Meter.NONE, address) + " is not a string");
        }
        boolean valid =
                org.bouncycastle.util.IPAddress.isValidIPv4(text) || org.bouncycastle.util.IPAddress.isValidIPv6(text);
        if (!valid) {
            throw new GoError("error parsing ip: " + text);
        }
        return text;
    }

    private static Certificate custom(String certificate, String key) {
        String decoded = decoded(certificate, "certificate");
        String decodedKey = decoded(key, "private key");
        PemObject block = Certificates.firstBlock(decoded);
        if (block == null) {
            throw new GoError("unable to decode certificate");
        }
        Certificates.parse(block);
        try {
            PrivateKeys.parse(decodedKey);
        } catch (GoError e) {
            throw new GoError("error parsing private key: " + e.getMessage(), e);
        }
        return new Certificate(decoded, decodedKey);
    }

    private static String decoded(String base64, String what) {
        try {
            return GoText.of(Radix.BASE64.decode(base64));
        } catch (GoError e) {
            throw new GoError("unable to decode base64 " + what, e);
        }
    }
}
