package io.fluxj.kustomization.build;

import io.fluxj.kustomization.kms.CloudKeys;
import io.fluxj.sops.age.AgeIdentities;
import io.fluxj.sops.age.AgeKeyService;
import io.fluxj.sops.key.CachingKeyService;
import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.key.KeyService;
import io.fluxj.sops.key.LimitedKeyService;
import io.fluxj.sops.pgp.PgpKeyService;
import io.fluxj.sops.pgp.PgpKeys;
import io.fluxj.sops.vault.VaultKeyService;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Makes key services of what Secrets hold. Those of a Secret, with the keys of files that they opened, are kept until the Secret changes, so
 * that a file that stays the same asks no server again.
 */
public final class KeyServices {
    private static final String AGE = ".agekey";
    private static final String PGP = ".asc";
    private static final String VAULT = "sops.vault-token";

    private static final Pattern TOKEN = Pattern.compile("[!-~]+");

    private static final int MOST_SECRETS = 128;
    private static final int MOST_KEYS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MOST_FOR_FAILURES = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    /** By place and use; that of the Secret used longest ago comes first. */
    private final LinkedHashMap<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    private final CloudKeys clouds;

    /** Of the clouds too. */
    public KeyServices(CloudKeys clouds) {
        this.clouds = clouds;
    }

    private record Kept(Map<String, String> data, List<KeyService> services) {}

    /** Those that can open nothing, but say so for each key. */
    List<KeyService> none() {
        return List.of(new AgeKeyService(new AgeIdentities()), new PgpKeyService(new PgpKeys()));
    }

    /**
     * Those of a Secret, for one pass.
     *
     * @param place namespace and name of the Secret
     * @throws KeyException if it holds a malformed key
     */
    List<KeyService> of(String place, Map<String, String> data) throws KeyException {
        return limited(keep(place, "all", data));
    }

    /**
     * Those of clouds, for one pass.
     *
     * @param account of the object; empty for none
     */
    List<KeyService> ofClouds(String namespace, String account) throws KeyException {
        synchronized (kept) {
            String use = "clouds " + namespace + "/" + account;
            Kept former = kept.computeIfAbsent(use, _ -> new Kept(Map.of(), caching(clouds.of(namespace, account))));
            if (kept.size() > MOST_SECRETS) {
                kept.pollFirstEntry();
            }
            return limited(former.services());
        }
    }

    private static List<KeyService> caching(List<KeyService> services) {
        return services.stream()
                .<KeyService>map(service -> new CachingKeyService(service, MOST_KEYS))
                .toList();
    }

    /** Those of a Secret of which age keys alone count. */
    List<KeyService> ofAge(String place, Map<String, String> data) throws KeyException {
        Map<String, String> age = new TreeMap<>(data);
        age.keySet().removeIf(field -> !field.endsWith(AGE));
        return limited(keep(place, "age", age));
    }

    private static List<KeyService> limited(List<KeyService> services) {
        return services.stream()
                .<KeyService>map(each -> new LimitedKeyService(each, MOST_FOR_FAILURES, System::nanoTime))
                .toList();
    }

    private List<KeyService> keep(String place, String use, Map<String, String> data) throws KeyException {
        synchronized (kept) {
            Kept former = kept.get(place + " " + use);
            if (former != null && former.data().equals(data)) {
                return former.services();
            }
        }
        List<KeyService> made = caching(make(place, data));
        synchronized (kept) {
            kept.put(place + " " + use, new Kept(Map.copyOf(data), made));
            if (kept.size() > MOST_SECRETS) {
                kept.pollFirstEntry();
            }
        }
        return made;
    }

    private List<KeyService> make(String place, Map<String, String> data) throws KeyException {
        AgeIdentities identities = new AgeIdentities();
        PgpKeys secrets = new PgpKeys();
        List<KeyService> services = new ArrayList<>();
        for (Map.Entry<String, String> entry : data.entrySet()) {
            try {
                if (entry.getKey().endsWith(AGE)) {
                    identities.add(entry.getValue());
                } else if (entry.getKey().endsWith(PGP)) {
                    secrets.add(entry.getValue());
                } else if (entry.getKey().equals(VAULT)) {
                    services.add(vault(entry.getValue().strip()));
                } else {
                    clouds.ofSecret(entry.getKey(), entry.getValue()).ifPresent(services::add);
                }
            } catch (KeyException e) {
                throw new KeyException("failed to import '%s' data from sops decryption Secret '%s': %s"
                        .formatted(entry.getKey(), place, e.getMessage()));
            }
        }
        services.add(new AgeKeyService(identities));
        services.add(new PgpKeyService(secrets));
        return services;
    }

    /** As in Flux, a file says which server is asked with the token that lies beside its keys: both are its owner's. */
    private KeyService vault(String token) throws KeyException {
        if (!TOKEN.matcher(token).matches()) {
            throw new KeyException("it is empty, or has characters that no token has");
        }
        return new VaultKeyService(client, address -> token, PATIENCE);
    }
}
