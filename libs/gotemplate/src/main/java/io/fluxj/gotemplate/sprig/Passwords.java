package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.STRING;
import static io.fluxj.gotemplate.value.GoType.UINT32;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Values;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.generators.SCrypt;

/** Functions that make passwords and their hashes. */
record Passwords(SecureRandom random) {
    private static final int COST = 10;
    private static final int LONGEST = 72;
    private static final byte[] SEED = "com.lyndir.masterpassword".getBytes(StandardCharsets.US_ASCII);

    /** What a call costs besides its time: bcrypt and scrypt take some 50 ms. */
    private static final long STEPS = 500_000;

    void addTo(Library library) {
        library.add(
                "bcrypt",
                STRING,
                (run, a) -> {
                    run.spend(STEPS);
                    return bcrypt(Args.text(a, 0));
                },
                STRING);
        library.add(
                "htpasswd",
                STRING,
                (run, a) -> {
                    run.spend(STEPS);
                    return htpasswd(Args.text(a, 0), Args.text(a, 1));
                },
                STRING,
                STRING);
        library.add(
                "derivePassword",
                STRING,
                (run, a) -> {
                    run.spend(STEPS);
                    Site site = new Site((int) Values.integer(a.get(0)), Args.text(a, 3), Args.text(a, 4));
                    return derived(Args.text(a, 1), Args.text(a, 2), site);
                },
                UINT32,
                STRING,
                STRING,
                STRING,
                STRING);
    }

    private String bcrypt(String password) {
        byte[] bytes = GoText.bytes(password);
        if (bytes.length > LONGEST) {
            return "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes";
        }
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return OpenBSDBCrypt.generate("2a", bytes, salt, COST);
    }

    private String htpasswd(String user, String password) {
        return user.contains(":") ? "invalid username: " + user : user + ":" + bcrypt(password);
    }

    private record Site(int counter, String user, String name) {}

    /** The Master Password algorithm. */
    private static String derived(String kind, String password, Site site) {
        List<String> templates = PasswordTemplates.of(kind);
        if (templates.isEmpty()) {
            return "cannot find password template " + kind;
        }
        byte[] salt = seeded(site.user()).toByteArray();
        byte[] key = SCrypt.generate(GoText.bytes(password), salt, 32_768, 8, 2, 64);
        ByteArrayOutputStream message = seeded(site.name());
        message.writeBytes(ByteBuffer.allocate(4).putInt(site.counter()).array());
        byte[] seed = hmac(key, message.toByteArray());
        String template = templates.get((seed[0] & 0xFF) % templates.size());
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            String characters = PasswordTemplates.characters(template.charAt(i));
            out.append(characters.charAt((seed[i + 1] & 0xFF) % characters.length()));
        }
        return out.toString();
    }

    private static ByteArrayOutputStream seeded(String text) {
        byte[] bytes = GoText.bytes(text);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SEED);
        out.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
        out.writeBytes(bytes);
        return out;
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new GoError("failed to derive password", e);
        }
    }
}
