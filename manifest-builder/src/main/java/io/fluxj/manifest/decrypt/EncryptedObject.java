package io.fluxj.manifest.decrypt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.BuiltResource;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.manifest.BuildFailure;
import io.fluxj.sops.Decrypted;
import io.fluxj.sops.Format;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Decrypts a built object: all of it if it carries the block of sops, else the encrypted files that a Secret holds. */
final class EncryptedObject {
    private static final String SWITCH = "kustomize.toolkit.fluxcd.io/decrypt";
    private static final String OFF = "disabled";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FluxDecryption objects;
    private final FluxDecryption files;
    private final Predicate<Map<String, Object>> encrypted;
    private final Consumer<String> withoutMac;

    /**
     * Decrypts with these.
     *
     * @param files decrypts files in Secrets
     * @param encrypted whether the content of an object is encrypted
     */
    EncryptedObject(
            FluxDecryption objects,
            FluxDecryption files,
            Predicate<Map<String, Object>> encrypted,
            Consumer<String> withoutMac) {
        this.objects = objects;
        this.files = files;
        this.encrypted = encrypted;
        this.withoutMac = withoutMac;
    }

    /** The same object if there is nothing to decrypt. */
    BuiltResource decrypted(BuiltResource object) throws BuildFailure {
        if (OFF.equalsIgnoreCase(object.annotations().get(SWITCH))) {
            return object;
        }
        try {
            if (encrypted.test(object.content())) {
                return whole(object);
            }
            return object.kind().equals("Secret") ? secret(object) : object;
        } catch (DecryptionFailure e) {
            throw new BuildFailure("decryption failed for '%s': %s".formatted(object.name(), e.getMessage()), e);
        }
    }

    private static String place(BuiltResource object) {
        return object.namespace() + "/" + object.name();
    }

    private BuiltResource whole(BuiltResource object) throws DecryptionFailure {
        try {
            byte[] plain = objects.decrypt(json(object.content()), Format.JSON, Format.JSON)
                    .bytes();
            if (!SopsBlock.hasMac(object.content())) {
                withoutMac.accept(object.kind() + "/" + place(object));
            }
            return read(plain);
        } catch (DecryptionFailure e) {
            throw new DecryptionFailure("failed to decrypt and format '%s' %s data: %s"
                    .formatted(place(object), object.kind(), e.getMessage()));
        }
    }

    private static byte[] json(Map<String, Object> content) throws DecryptionFailure {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new DecryptionFailure("the object cannot be written as JSON");
        }
    }

    /** JSON on one line is YAML too. */
    private static BuiltResource read(byte[] json) throws DecryptionFailure {
        try {
            return Kustomize.reread(new String(json, StandardCharsets.UTF_8).replaceAll("\n\t*", " "));
        } catch (BuildException e) {
            throw new DecryptionFailure("what was decrypted is no object");
        }
    }

    private BuiltResource secret(BuiltResource object) throws DecryptionFailure {
        if (!(object.content().get("data") instanceof Map<?, ?> data)) {
            return object;
        }
        Map<String, Object> plain = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : data.entrySet()) {
            String field = String.valueOf(entry.getKey());
            Optional<String> decrypted =
                    entry.getValue() instanceof String value ? decrypted(object, field, value) : Optional.empty();
            decrypted.ifPresent(value -> plain.put(field, value));
        }
        return plain.isEmpty() ? object : withData(object, plain);
    }

    /** Empty if the value holds no encrypted file. */
    private Optional<String> decrypted(BuiltResource object, String field, String value) throws DecryptionFailure {
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(value);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        Optional<Format> input = Marker.formatOf(bytes);
        if (input.isEmpty()) {
            return Optional.empty();
        }
        try {
            Decrypted plain = files.decrypt(bytes, input.get(), Format.ofName(field));
            if (!plain.authentic()) {
                withoutMac.accept("Secret/%s field '%s'".formatted(place(object), field));
            }
            return Optional.of(Base64.getEncoder().encodeToString(plain.bytes()));
        } catch (DecryptionFailure e) {
            throw new DecryptionFailure("failed to decrypt and format '%s' Secret field '%s': %s"
                    .formatted(place(object), field, e.getMessage()));
        }
    }

    private static BuiltResource withData(BuiltResource object, Map<String, Object> values) throws DecryptionFailure {
        Map<String, Object> content = new LinkedHashMap<>(object.content());
        Map<String, Object> data = new LinkedHashMap<>();
        if (content.get("data") instanceof Map<?, ?> former) {
            former.forEach((key, value) -> data.put(String.valueOf(key), value));
        }
        data.putAll(values);
        content.put("data", data);
        return read(json(content));
    }
}
