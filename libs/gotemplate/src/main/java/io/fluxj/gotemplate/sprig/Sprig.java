package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.Functions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;

/**
 * The functions of sprig 3.3 as Helm has them, without {@code env} and {@code expandenv}, and those that Helm adds: all but
 * {@code include}, {@code tpl} and {@code lookup}.
 *
 * @param clock what {@code now} and its kin ask
 * @param zone the local time zone
 * @param random source of keys, salts and random texts
 * @param rsa makes RSA keys, which takes seconds for large ones: a host may have some ready
 */
public record Sprig(Clock clock, ZoneId zone, SecureRandom random, RsaKeys rsa) {

    /** Makes RSA keys. */
    public interface RsaKeys {

        /**
         * Makes one.
         *
         * @param bits size of the modulus
         */
        KeyPair generate(int bits) throws GeneralSecurityException;
    }

    /** With the system's clock, in UTC. */
    public static Sprig standard() {
        return new Sprig(Clock.systemUTC(), ZoneId.of("UTC"), new SecureRandom(), Sprig::freshKey);
    }

    private static KeyPair freshKey(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    public Functions functions() {
        Library library = new Library();
        Strings.addTo(library);
        TextLists.addTo(library);
        Lists.addTo(library);
        Dicts.addTo(library);
        Maths.addTo(library);
        Defaults.addTo(library);
        Encodings.addTo(library);
        Paths.addTo(library);
        Regexes.addTo(library);
        Serialisation.addTo(library);
        Semvers.addTo(library);
        Urls.addTo(library);
        Durations.addTo(library);
        new Dates(clock, zone).addTo(library);
        new Randoms(random).addTo(library);
        new Passwords(random).addTo(library);
        new Ciphers(random).addTo(library);
        new CertificateFunctions(clock, random, rsa).addTo(library);
        return library.functions();
    }
}
