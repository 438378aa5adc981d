package io.fluxj.source.bucket;

import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.BucketSpec;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.azure.AzureIdentity;
import io.fluxj.runtime.identity.cloud.CloudLogins;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.source.bucket.azure.BlobAccess;
import io.fluxj.source.bucket.azure.BlobContainer;
import io.fluxj.source.bucket.azure.BlobPlace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Containers of Azure Blob Storage: as whom the Secret says, otherwise as the service account of the object, otherwise as the controller. Source:
 * behaviour §0.3, §1.7.
 *
 * @param logins who vouches for objects
 */
record AzureStorage(CloudLogins logins) {
    static final String SCOPE = "https://storage.azure.com/.default";

    /** Where a container is; refuses what is none, with a message that names the field. */
    static BlobPlace place(BucketSpec spec) {
        String endpoint = Objects.requireNonNullElse(spec.endpoint(), "");
        return BlobPlace.parse(endpoint, Boolean.TRUE.equals(spec.insecure()), spec.bucketName());
    }

    /**
     * Finds it. Azure may be asked for a token.
     *
     * @param secret that the object names; empty when it names none
     * @param conceal given what must not be read in any message
     */
    BucketSource.Finder finder(
            Bucket bucket, BlobPlace place, Optional<NamedSecret> secret, Proxies proxies, Consumer<String> conceal)
            throws IdentityException {
        Caller caller = Caller.over(new HttpRoute(proxies, TlsConfig.SYSTEM));
        BlobAccess access =
                secret.isPresent() ? of(secret.get()).access(place, caller) : ofIdentity(bucket, place, caller);
        conceal(access, conceal);
        return (http, deadline) -> BlobContainer.find(http, place, access, deadline);
    }

    /** What a Secret says of who asks. */
    AzureSecret of(NamedSecret secret) {
        return new AzureSecret(secret, logins.environment());
    }

    private BlobAccess ofIdentity(Bucket bucket, BlobPlace place, Caller caller) throws IdentityException {
        String account = Objects.requireNonNullElse(bucket.getSpec().serviceAccountName(), "");
        Principal who = logins.principal(bucket.getMetadata().getNamespace(), account);
        if (who instanceof Principal.Controller) {
            requireAzures(place);
        }
        return new BlobAccess.Token(new AzureIdentity(logins.environment())
                .token(who, SCOPE, caller)
                .value());
    }

    /** What shows who the controller is goes to nobody whom an object names. */
    static void requireAzures(BlobPlace place) throws IdentityException {
        if (!place.isAzures()) {
            throw new IdentityException(
                    "spec.endpoint '" + place.endpoint() + "' is none of Azure's, so it is not shown"
                            + " who the controller is; write https://<account>.blob.core.windows.net, or name a service account or"
                            + " a secret of your own");
        }
    }

    private static void conceal(BlobAccess access, Consumer<String> conceal) {
        switch (access) {
            case BlobAccess.Anyone _, BlobAccess.SharedKey _ -> {
                // the key stands in the Secret, which is concealed, and goes nowhere
            }
            case BlobAccess.Token token -> conceal.accept(token.token());
            case BlobAccess.Signed signed -> {
                String signature = signed.query().getOrDefault("sig", "");
                conceal.accept(signature);
                conceal.accept(URLEncoder.encode(signature, StandardCharsets.UTF_8));
            }
        }
    }
}
