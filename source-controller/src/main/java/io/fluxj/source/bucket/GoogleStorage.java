package io.fluxj.source.bucket;

import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.BucketSpec;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.cloud.CloudLogins;
import io.fluxj.runtime.identity.gcp.GcpIdentity;
import io.fluxj.runtime.identity.gcp.ServiceAccountKey;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.source.bucket.gcs.GcsBucket;
import io.fluxj.source.bucket.gcs.GcsPlace;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Buckets of Google Cloud Storage: as whom the Secret says, otherwise as the service account of the object, otherwise as the controller. Source: behaviour
 * §0.3, §1.7.
 *
 * @param logins who vouches for objects
 */
record GoogleStorage(CloudLogins logins) {
    private static final String SCOPE = "https://www.googleapis.com/auth/devstorage.read_only";
    private static final String KEY = "serviceaccount";
    private static final String OWN = "storage.googleapis.com";

    /** What Google's libraries read: a server for tests, which nobody is shown to. */
    private static final String EMULATOR = "STORAGE_EMULATOR_HOST";

    /** Refuses a Secret that does not say as whom. */
    static void check(NamedSecret secret) throws SecretException {
        if (!secret.has(KEY)) {
            throw new SecretException("invalid '" + secret.name() + "' secret data: required fields '" + KEY + "'");
        }
    }

    /** Where a bucket is; refuses what is none, with a message that names the field. */
    GcsPlace place(BucketSpec spec) {
        Optional<String> emulator = logins.environment().variable(EMULATOR);
        if (emulator.isPresent()) {
            String given = emulator.get().replaceFirst("/+$", "");
            return new GcsPlace(given.contains("://") ? given : "http://" + given, spec.bucketName());
        }
        String endpoint = Objects.requireNonNullElse(spec.endpoint(), "").replaceFirst("/+$", "");
        String host = endpoint.isEmpty() ? OWN : endpoint;
        String scheme = Boolean.TRUE.equals(spec.insecure()) ? "http://" : "https://";
        return new GcsPlace(host.contains("://") ? host : scheme + host, spec.bucketName());
    }

    /**
     * Finds it. Google may be asked for a token.
     *
     * @param secret that the object names; empty when it names none
     * @param conceal given what must not be read in any message
     */
    BucketSource.Finder finder(
            Bucket bucket, GcsPlace place, Optional<NamedSecret> secret, Proxies proxies, Consumer<String> conceal)
            throws IdentityException {
        String token = logins.environment().variable(EMULATOR).isPresent()
                ? ""
                : token(bucket, place, secret, Caller.over(new HttpRoute(proxies, TlsConfig.SYSTEM)))
                        .value();
        conceal.accept(token);
        return (http, deadline) -> GcsBucket.find(http, place, token, deadline);
    }

    private AccessToken token(Bucket bucket, GcsPlace place, Optional<NamedSecret> secret, Caller caller)
            throws IdentityException {
        CloudEnvironment environment = logins.environment();
        if (secret.isPresent()) {
            return ServiceAccountKey.parse(secret.get().text(KEY)).token(SCOPE, caller, environment.clock());
        }
        String account = Objects.requireNonNullElse(bucket.getSpec().serviceAccountName(), "");
        Principal who = logins.principal(bucket.getMetadata().getNamespace(), account);
        if (who instanceof Principal.Controller && !place.isGoogles()) {
            throw new IdentityException("spec.endpoint '" + place.endpoint()
                    + "' is none of Google's, so it is not shown who" + " the controller is; write " + OWN
                    + ", or name a service account or a secret of your own");
        }
        return new GcpIdentity(environment).token(who, caller);
    }
}
