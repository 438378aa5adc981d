package io.fluxj.source.bucket;

import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.BucketProvider;
import io.fluxj.api.source.v1.BucketSpec;
import io.fluxj.api.source.v1.BucketStatus;
import io.fluxj.api.source.v1.BucketTokenService;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.bucket.s3.S3Keys;
import io.fluxj.runtime.bucket.s3.S3Place;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.aws.AwsIdentity;
import io.fluxj.runtime.identity.aws.AwsKeys;
import io.fluxj.runtime.identity.cloud.CloudLogins;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.runtime.secret.TlsFiles;
import io.fluxj.source.artifact.SecretStep;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keys for some time, of Buckets that name no Secret with keys: of AWS for whom its identity is, of a server's own token service for a user of LDAP.
 * Source: behaviour §0.3, §1.7.
 */
record TemporaryKeys(CloudLogins logins, SecretStep secrets) {
    private static final Pattern AMAZON = Pattern.compile(
            "https://[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,5}\\.(?:amazonaws\\.com(?:\\.cn)?|api\\.aws)/?");

    private static final String READING = "failed to get secret";

    /** The keys; none for Buckets that anybody may read. */
    Optional<S3Keys> of(Pass<Bucket, BucketStatus> pass, S3Place place, Proxies proxies)
            throws Failure, InterruptedException {
        BucketSpec spec = pass.object().getSpec();
        try {
            if (SpecCheck.is(spec, BucketProvider.AWS)) {
                Caller caller = Caller.over(new HttpRoute(proxies, TlsConfig.SYSTEM));
                return Optional.of(concealed(
                        pass, pass.transferring(pass.outdated(), () -> ofIdentity(pass.object(), place, caller))));
            }
            if (spec.sts() != null) {
                return Optional.of(concealed(pass, ofUser(pass, spec.sts(), proxies)));
            }
            return Optional.empty();
        } catch (IdentityException refused) {
            throw failed("failed to get credentials: " + refused.message());
        } catch (SecretException unusable) {
            throw failed(unusable.message());
        }
    }

    private AwsKeys ofIdentity(Bucket bucket, S3Place place, Caller caller) throws IdentityException {
        BucketSpec spec = bucket.getSpec();
        String region = Objects.requireNonNullElse(spec.region(), "");
        String account = Objects.requireNonNullElse(spec.serviceAccountName(), "");
        Principal who = logins.principal(bucket.getMetadata().getNamespace(), account);
        CloudEnvironment environment = logins.environment();
        if (spec.sts() != null) {
            requireAmazon(who, spec.sts().endpoint());
            environment = environment.with("AWS_ENDPOINT_URL_STS", spec.sts().endpoint());
        }
        return new AwsIdentity(environment).keys(who, region.isEmpty() ? place.region() : region, caller);
    }

    /** What shows who the controller is goes to nobody whom an object names. */
    private static void requireAmazon(Principal who, String endpoint) throws IdentityException {
        if (who instanceof Principal.Controller && !AMAZON.matcher(endpoint).matches()) {
            throw new IdentityException(
                    "spec.sts.endpoint '" + endpoint + "' is no token service of Amazon; name a service"
                            + " account in spec.serviceAccountName, whose token it may get");
        }
    }

    private AwsKeys ofUser(Pass<Bucket, BucketStatus> pass, BucketTokenService service, Proxies proxies)
            throws Failure, InterruptedException, IdentityException, SecretException {
        if (service.secretRef() == null) {
            throw failed("spec.sts.secretRef is missing, which names the user and its password");
        }
        NamedSecret user = secrets.read(pass, service.secretRef().name(), READING);
        TlsConfig tls = service.certSecretRef() == null
                ? TlsConfig.SYSTEM
                : TlsFiles.require(secrets.read(pass, service.certSecretRef().name(), READING))
                        .besideSystem();
        Caller caller = Caller.over(new HttpRoute(proxies, tls));
        URI address = address(service.endpoint());
        AwsIdentity identity = new AwsIdentity(logins.environment());
        return pass.transferring(
                pass.outdated(), () -> identity.ofUser(address, user.text("username"), user.text("password"), caller));
    }

    private static URI address(String endpoint) throws Retryable {
        try {
            return URI.create(endpoint);
        } catch (IllegalArgumentException malformed) {
            throw failed("spec.sts.endpoint is no address: '" + endpoint + "'");
        }
    }

    private static S3Keys concealed(Pass<Bucket, BucketStatus> pass, AwsKeys keys) {
        pass.conceal(keys.secret());
        pass.conceal(keys.session());
        return new S3Keys(keys.access(), keys.secret(), keys.session());
    }

    private static Retryable failed(String message) {
        return Retryable.of(SourceReason.AUTHENTICATION_FAILED, message).marking(SourceCondition.FETCH_FAILED);
    }
}
